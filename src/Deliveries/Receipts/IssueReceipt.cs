namespace Twente.Igw.Deliveries;

/// <summary>Makes the receipt of a delivery from what is stored of it; also long after the original is gone.</summary>
public sealed class IssueReceipt(ShowDelivery show)
{
    /// <returns>Null when the tenant has no delivery with this number.</returns>
    public async Task<Receipt?> Execute(long number, bool isRepeat, CancellationToken cancel)
    {
        if (await show.Execute(number, cancel) is not { Line: var line } delivery)
            return null;
        return new Receipt
        {
            Number = line.Number, Supplier = line.Supplier, Contract = line.Contract, File = line.File,
            Bytes = line.Bytes, Sha256 = line.Sha256, Rows = line.Rows, Sum = line.Sum,
            Outcome = DeliveryWords.Of(line.State), IsRepeat = isRepeat,
            ReceivedAt = line.ReceivedAt, DecidedAt = line.DecidedAt, FindingCount = line.Findings,
            Weeks = [.. delivery.Weeks.Select(
            w => new ReceiptWeek(w.Week.ToString(), w.ReplacedTotal, w.Total, w.TookEffect))],
            Findings = [.. delivery.Findings.Select(
            f => new ReceiptFinding(f.Line, f.Column, f.Code, f.Value, f.Rule)
            {
                Sheet = f.Sheet.Length == 0 ? null : f.Sheet,
            })],
        };
    }
}
