using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>What the product says of a file of the fuzzed world.</summary>
internal static class FastContracts
{
    private static readonly CategoryCode[] Offences = [.. FuzzWorld.Offences.Select(CategoryCode.Parse)];

    public static (FuzzVerdict Verdict, IReadOnlyList<Finding> Findings) Check(
        string contract, byte[] file, bool isWorkbook, CancellationToken cancel)
    {
        var rows = new RowText(file);
        if (isWorkbook)
        {
            using var stream = new MemoryStream(file);
            rows = ReadWorkbook.Execute(stream, TableSchema.Of(contract), cancel);
        }

        if (rows.Finding is { } unreadable)
            return (FuzzVerdict.Refused, [unreadable]);
        return contract switch
        {
            ContractName.PolitieWeek => Of(Weekly(rows.Csv, "GM0153", cancel)),
            ContractName.PolitieWeekDistrict => District(rows.Csv, cancel),
            _ => Of(OpenDataCheck.Check(rows.Csv, FuzzWorld.Known("GM0153"), Offences, cancel)),
        };
    }

    private static CheckedWeeks Weekly(ReadOnlyMemory<byte> csv, string municipality, CancellationToken cancel) =>
        PolitieWeekCheck.Check(
            csv, PolitieWeekFileName.Of(AreaCode.Parse(municipality), FuzzWorld.Range), FuzzWorld.Known(municipality),
            cancel);

    private static (FuzzVerdict Verdict, IReadOnlyList<Finding> Findings) District(
        ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var split = SplitByMunicipality.Of(csv, cancel);
        var (findings, sum) = (new List<Finding>(split.Findings.Kept), 0L);
        foreach (var (municipality, part) in split.Parts)
        {
            if (!FuzzWorld.Areas.ContainsKey(municipality.Code))
            {
                findings.Add(Finding.At(part.FirstLine, 3, FindingCode.AreaWithoutAgreement, municipality.Code));
                continue;
            }

            var check = Weekly(part.Text, municipality.Code, cancel);
            findings.AddRange(check.Findings.Kept.Select(part.Placed));
            sum += check.Sum;
        }

        return (findings.Count == 0 ? new FuzzVerdict(true, sum) : FuzzVerdict.Refused, findings);
    }

    private static (FuzzVerdict Verdict, IReadOnlyList<Finding> Findings) Of(CheckedFile check) =>
        (check.IsRefused ? FuzzVerdict.Refused : new FuzzVerdict(true, check.Sum), check.Findings.Kept);
}
