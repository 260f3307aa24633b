using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;
using Twente.Igw.Web.Verbs;

namespace Twente.Igw.Web.Evidence;

/// <summary>
/// Writes the evidence as files that people and spreadsheets read, and the hash of each, so that whoever is handed the
/// folder sees whether something was changed since.
/// </summary>
internal static class WriteEvidence
{
    /// <exception cref="IOException">The folder holds something: nothing is written over.</exception>
    public static void RequireEmpty(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"De map {folder} is niet leeg; geef een lege of nieuwe map op.");
    }

    /// <returns>The names of the files.</returns>
    public static async Task<IReadOnlyList<string>> To(string folder, EvidencePack evidence, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var words = EvidenceWords.Of(evidence);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["afspraken.json"] = Json(evidence.Agreements), ["toegang.csv"] = Access(evidence),
            ["gebruik.csv"] = Uses(evidence), ["vernietiging.csv"] = Proofs(evidence),
            ["vernietiging.json"] = Json(
                new { evidence.Proofs.Destroyed, Detail = evidence.Proofs.Detail?.First.ToString() }),
            ["logboek.json"] = Json(evidence.Log switch
            {
                AuditVerdict.Broken broken =>
                    (object)new { klopt = false, vanafRegel = broken.Line, waarom = broken.Why },
                _ => new { klopt = true, regels = ((AuditVerdict.Intact)evidence.Log).Lines },
            }),
        };
        foreach (var name in FillTemplate.Names)
            files[name] = Encoding.UTF8.GetBytes(FillTemplate.With(name, words));
        foreach (var (name, bytes) in files)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes, cancel);
        // Last, so that a folder without it is known to be half written.
        await File.WriteAllTextAsync(Path.Combine(folder, "sha256sums.txt"), string.Concat(
            files.Select(f => $"{Convert.ToHexStringLower(SHA256.HashData(f.Value))}  {f.Key}\n")), cancel);
        return [.. files.Keys, "sha256sums.txt"];
    }

    private static byte[] Access(EvidencePack evidence)
    {
        var csv = CsvText.Headed([
            "naam", "mail", "stand", "laatst aangemeld", "rol", "vanaf", "tot en met", "doel", "ziet meer",
            "gegeven door", "geldt",
        ]);
        foreach (var person in evidence.Colleagues)
            foreach (var role in person.Roles)
                csv.Row(
                    person.Name, person.IsFederated ? "account van de gemeente" : person.Mail,
                    ColleagueWords.Of(person.State), person.SignedInAt is { } at ? ColleagueWords.Moment(at) : "nooit",
                    RolePermissions.Of(role.Role).Word, Day(role.From), role.Until is { } until ? Day(until) : "",
                    role.Purpose, string.Join(", ", role.Flags), role.GivenBy, role.Holds ? "ja" : "nee");
        return csv.ToBytes();
    }

    private static byte[] Uses(EvidencePack evidence)
    {
        var csv = CsvText.Headed(["maand", "gebeurtenis", "in woorden", "resultaat", "aantal"]);
        foreach (var use in evidence.Uses)
            csv.Row(use.Month, use.Event, LogWords.Of(use.Event), use.Result, use.Times);
        return csv.ToBytes();
    }

    private static byte[] Proofs(EvidencePack evidence)
    {
        var csv = CsvText.Headed(["op", "levering", "sha256", "wat", "waarom"]);
        foreach (var proof in evidence.Proofs.Destroyed)
            csv.Row(
                ColleagueWords.Moment(proof.At), proof.Delivery, proof.Sha256,
                proof.OriginalOnly ? "origineel; de cijfers blijven" : "de hele levering", proof.Why);
        return csv.ToBytes();
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Verb.Json);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
