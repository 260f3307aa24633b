namespace Twente.Igw.Deliveries;

/// <summary>An organisation that delivers to one or more gemeenten.</summary>
internal sealed class Supplier
{
    public required string Code { get; init; }

    public required string Name { get; set; }
}
