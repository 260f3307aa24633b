using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>A receipt as text for people at a terminal.</summary>
internal static class ReceiptText
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public static string Of(Receipt receipt)
    {
        var text = new StringBuilder();
        text.AppendLine(Dutch, $"Levering {receipt.Number}: {receipt.Outcome}");
        text.AppendLine(Dutch, $"  bestand      {receipt.File} ({receipt.Bytes:N0} bytes, sha256 {receipt.Sha256})");
        text.AppendLine(Dutch, $"  leverancier  {receipt.Supplier}, contract {receipt.Contract ?? "onbekend"}");
        text.AppendLine(Dutch, $"  ontvangen    {DutchClock.Of(receipt.ReceivedAt):dd-MM-yyyy HH:mm}");
        text.AppendLine(Dutch, $"  rijen        {receipt.Rows:N0}, som {receipt.Sum:N0}");
        foreach (var week in receipt.Weeks)
        {
            var old = week.Old?.ToString("N0", Dutch) ?? "nieuw";
            var counts = week.Counts ? "" : " (telt niet: er is een nieuwere)";
            text.AppendLine(Dutch, $"  {week.Week}     {old} → {week.New:N0}{counts}");
        }
        foreach (var finding in receipt.Findings)
            text.AppendLine(
                Dutch, $"  {Where(finding.Sheet, finding.Line, finding.Column)}{finding.Code}: "
                + $"'{finding.Value}' — {finding.Rule}");
        if (receipt.FindingCount > receipt.Findings.Count)
            text.AppendLine(Dutch, $"  en nog {receipt.FindingCount - receipt.Findings.Count:N0} bevindingen");
        return text.ToString().TrimEnd();
    }

    public static string Of(string file, Finding finding) =>
        $"{file}: {Where(finding.Sheet, finding.Line, finding.Column)}{finding.Code}: '{finding.Value}' — "
        + finding.Rule;

    private static string Where(string? sheet, long line, int column)
    {
        var before = string.IsNullOrEmpty(sheet) ? "" : $"blad {sheet}, ";
        return (line, column) switch
        {
            (0, _) => "",
            (_, 0) => $"{before}regel {line}: ",
            _ => $"{before}regel {line}, kolom {column}: ",
        };
    }
}
