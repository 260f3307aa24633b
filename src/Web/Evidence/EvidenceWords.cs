using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Evidence;

/// <summary>What the words of the templates stand for.</summary>
internal static class EvidenceWords
{
    public static IReadOnlyDictionary<string, string> Of(EvidencePack evidence) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gemeente"] = Plain(evidence.Tenant.Name), ["code"] = evidence.Tenant.Id.Code,
            ["datum"] = DutchClock.Of(evidence.At).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture),
            ["versie"] = evidence.Version, ["domein"] = evidence.Domain,
            ["adres"] = $"{evidence.Tenant.Slug.Label}.{evidence.Domain}",
            ["beveiligingsmail"] = evidence.SecurityMail, ["afspraken"] = Agreements(evidence.Agreements),
            ["grondslagen"] = Each(evidence.Agreements.Select(a => a.Line.LegalBasis)),
            ["leveranciers"] = Each(evidence.Agreements.Select(a => a.Line.Supplier)),
            ["rollen"] = Roles(evidence.Colleagues), ["bewaartermijnen"] = Terms(evidence),
            ["bewaartermijn-kort"] = Terms(evidence).ReplaceLineEndings(" "),
        };

    private static string Agreements(IReadOnlyList<AgreementView> agreements) => agreements.Count == 0
        ? "Er zijn nog geen afspraken vastgelegd."
        : Table(
            ["leverancier", "soort levering", "grondslag", "doel", "vanaf", "tot en met", "bevestigd"],
            agreements.Select(a => (string[])
            [
                a.Line.Supplier, a.Line.Contract, a.Line.LegalBasis, a.Terms.Purpose, Day(a.Line.From),
                a.Line.Until is { } until ? Day(until) : "", a.Line.IsConfirmed ? "ja" : "nog vast te leggen",
            ]));

    /// <summary>How many hold a role; who they are stands in the report of access.</summary>
    private static string Roles(IReadOnlyList<Colleague> colleagues)
    {
        var held = colleagues.SelectMany(c => c.Roles).Where(r => r.Holds)
            .GroupBy(r => RolePermissions.Of(r.Role).Word).OrderBy(r => r.Key, StringComparer.Ordinal).ToList();
        return held.Count == 0
            ? "Niemand heeft op deze dag een rol."
            : Table(["rol", "personen", "waarvan met een einddatum"], held.Select(r => (string[])
            [
                r.Key, Number(r.Count()), Number(r.Count(h => h.Until is not null)),
            ]));
    }

    private static string Terms(EvidencePack evidence)
    {
        var months = evidence.Agreements.Select(a => a.Line.OriginalsKeptMonths).Distinct().Order().Select(Number);
        return $"Geweigerde bestanden {Number(evidence.Retention.Keeping.QuarantineDays)} dagen; originelen "
            + $"{string.Join(" of ", months.DefaultIfEmpty("nog geen"))} maanden; weekdag en dagdeel "
            + $"{Number(evidence.Retention.Keeping.DetailYears)} jaar, daarna alleen de week.";
    }

    private static string Table(string[] heads, IEnumerable<string[]> rows) => string.Join('\n',
        rows.Select(Row).Prepend($"|{string.Concat(heads.Select(_ => "---|"))}").Prepend(Row(heads)));

    private static string Row(string[] cells) => $"| {string.Join(" | ", cells.Select(Plain))} |";

    /// <summary>What somebody typed cannot end a cell or begin a mark-up of its own.</summary>
    private static string Plain(string text) => text.ReplaceLineEndings(" ").Replace("|", "/", StringComparison.Ordinal)
        .Replace("<", "‹", StringComparison.Ordinal).Replace(">", "›", StringComparison.Ordinal);

    private static string Each(IEnumerable<string> texts) =>
        string.Join(", ", texts.Select(Plain).Distinct(StringComparer.Ordinal).DefaultIfEmpty("nog geen"));

    private static string Day(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
