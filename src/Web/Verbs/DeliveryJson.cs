using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Verbs;

/// <summary>A delivery as the command line gives it to scripts.</summary>
internal sealed record DeliveryJson(
    long Number, string Supplier, string? Contract, string File, long Bytes, string Sha256, int Rows, long Sum,
    DeliveryState State, int Findings, IReadOnlyList<string> Weeks, DateTime ReceivedAt)
{
    public bool? Repeat { get; init; }

    public static DeliveryJson Of(DeliveryLine line) => new(
        line.Number, line.Supplier, line.Contract, line.File, line.Bytes, line.Sha256, line.Rows, line.Sum, line.State,
        line.Findings, [.. line.Weeks?.Weeks().Select(w => w.ToString()) ?? []], line.ReceivedAt);

    public static int ExitCodeOf(DeliveryState state) => state switch
    {
        DeliveryState.Refused => ExitCode.Refused,
        DeliveryState.Held => ExitCode.Held,
        _ => ExitCode.Done,
    };
}
