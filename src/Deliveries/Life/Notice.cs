namespace Twente.Igw.Deliveries;

/// <summary>
/// Something the platform tells a gemeente; never holds content of a file or another gemeente's name.
/// </summary>
internal sealed class Notice
{
    public required Guid Id { get; init; }

    public required string Tenant { get; init; }

    public required DateTime At { get; init; }

    public required string Code { get; init; }

    public required string Text { get; init; }
}
