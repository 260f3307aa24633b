using System.Security.Cryptography;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>A district file as judged: what is wrong with it, or the gemeenten that each get a part.</summary>
/// <param name="Sha256">Lower-case hex of the whole file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Rows below the header.</param>
/// <param name="Findings">One of them refuses the whole file.</param>
/// <param name="Municipalities">Gemeenten of which there are rows.</param>
internal sealed record DistrictJudgement(
    string Sha256, long Bytes, long Rows, Findings Findings, IReadOnlyList<AreaCode> Municipalities);

/// <summary>
/// Decides on a district file as a whole: every row of every gemeente is right, and each has an agreement, or nothing
/// of it counts anywhere.
/// </summary>
internal sealed class JudgeDistrictFile(FindDistrictAgreements agreements, ITenantScopes scopes)
{
    /// <summary>Of a file wherever it lies; changes nothing.</summary>
    public async Task<DistrictJudgement> Execute(DeliveredFile file, CancellationToken cancel)
    {
        var (name, wrong) = DistrictFileName.Read(file.FileName);
        if (name is null)
            return Refused(file, wrong!);
        if (file.Malware is { } malware)
            return Refused(file, Finding.OfFile(FindingCode.MalwareFound, malware));
        if (file.Bytes > Agreement.DefaultSizeLimit)
            return Refused(file, Finding.OfFile(FindingCode.FileTooLarge, $"{file.Bytes} bytes"));
        file = file with { Sha256 = await Hash(file.Path, cancel) };
        var rows = await RowText.Read(file, TableSchema.Of(ContractName.PolitieWeekDistrict), cancel);
        if (rows.Finding is not null)
            return Refused(file, rows.Finding);

        var split = SplitByMunicipality.Of(rows.Csv, cancel);
        var findings = Findings.Of([.. await WrongWith(name, file, split, cancel)]);
        findings.NameSheet(rows.Sheet);
        return new DistrictJudgement(file.Sha256, file.Bytes, split.Rows, findings, [.. split.Parts.Keys]);
    }

    private static DistrictJudgement Refused(DeliveredFile file, Finding finding) =>
        new(file.Sha256, file.Bytes, 0, Findings.Of(finding), []);

    private async Task<List<Finding>> WrongWith(
        DistrictFileName name, DeliveredFile file, SplitByMunicipality split, CancellationToken cancel)
    {
        var found = new List<Finding>(split.Findings.Kept);
        var inForce = await agreements.Execute(file.Supplier, cancel);
        foreach (var (municipality, part) in split.Parts)
        {
            if (inForce.GetValueOrDefault(municipality.Code) is not { } agreement)
                found.Add(Finding.At(
                    part.FirstLine, 3, FindingCode.AreaWithoutAgreement, municipality.Code));
            else if (part.Text.Length > agreement.SizeLimit)
                found.Add(Finding.OfFile(FindingCode.FileTooLarge, municipality.Code));
            else
                found.AddRange(await WrongRows(name, municipality, part, cancel));
        }

        found.AddRange(WrongManifest(file, split, inForce));
        return [.. found.OrderBy(f => f.Line).ThenBy(f => f.Column)];
    }

    private async Task<IEnumerable<Finding>> WrongRows(
        DistrictFileName name, AreaCode municipality, DistrictRows part, CancellationToken cancel)
    {
        // Each gemeente's rows are held against her own categories.
        await using var scope = await scopes.Open(TenantId.Parse(municipality.Code), cancel);
        var known = await scope.Get<ReadKnown>().Execute(municipality, cancel);
        var check = PolitieWeekCheck.Check(
            part.Text, PolitieWeekFileName.Of(municipality, name.Weeks), known, cancel);
        return check.Findings.Kept.Select(part.Placed);
    }

    /// <summary>Each agreement's demands on the manifest, once.</summary>
    private static IEnumerable<Finding> WrongManifest(
        DeliveredFile file, SplitByMunicipality split, IReadOnlyDictionary<string, Agreement> inForce)
    {
        var wrong = split.Parts.Keys.Select(m => inForce.GetValueOrDefault(m.Code)).OfType<Agreement>()
            .Select(a => Ordering.Read(a, file, 0).Finding).OfType<Finding>();
        if (file.Manifest is { } text && Manifest.Read(text) is { Manifest: { } manifest })
            wrong = wrong.Concat(manifest.Compare(file.FileName, file.Bytes, file.Sha256, split.Rows));
        return wrong.Distinct();
    }

    private static async Task<string> Hash(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }
}
