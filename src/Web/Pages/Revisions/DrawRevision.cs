using Microsoft.AspNetCore.Components;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>Draws what a delivery changed as three tables: by week, by category, by neighbourhood.</summary>
internal sealed class DrawRevision(RevisionView view)
{
    private const int MostAreas = 40;

    private static readonly BesideColumn[] OneTree =
        [Column("Was", ""), Column("Werd", ""), Column("Verschil", ""), Column("Nieuw", "weken")];

    private static readonly BesideColumn[] BothTrees =
    [
        Column("Misdrijven", "was"), Column("Misdrijven", "werd"), Column("Verschil", "misdrijven"),
        Column("Overlast", "was"), Column("Overlast", "werd"), Column("Verschil", "overlast"),
    ];

    private RevisionAnswer Answer => view.Answer;

    private IEnumerable<RevisedArea> ByDifference => Answer.Areas
        .OrderByDescending(a => Math.Abs(a.Offences.Difference) + Math.Abs(a.Incidents.Difference))
        .ThenBy(a => a.Area.Code, StringComparer.Ordinal);

    public MarkupString Weeks() => BesideTable.Draw(
        Text("weken", RevisionWords.Finding(Answer)) with
        {
            Help = "Een week die al bekend was, kan veranderen doordat registraties later binnenkomen of worden "
                + "verbeterd. Een nieuwe week had nog geen cijfers: daar is geen verschil.",
        },
        "Week", BothTrees,
        [.. Answer.Weeks.Select(w => new BesideRow(WeekText.Of(w.Week), null, Both(w.Offences, w.Incidents, w.IsNew)))],
        narrow: true);

    public MarkupString Categories()
    {
        var changed = Answer.Categories.Count(c => c.Kind == CategoryKind.Class && c.Counts.Difference != 0);
        return BesideTable.Draw(
            Text("categorieen", $"{Dutch.Plural(changed, "soort", "soorten")} met een verschil in eerdere weken"),
            "Categorie", OneTree,
            [.. Answer.Categories.Select(c => new BesideRow(c.Title, null, One(c.Counts)) { Depth = DepthOf(c.Kind) })],
            narrow: true);
    }

    public MarkupString Areas()
    {
        var changed = Answer.Areas.Count(a => a.Offences.Difference != 0 || a.Incidents.Difference != 0);
        var shown = ByDifference.Take(MostAreas).ToList();
        var text = Text(
            "buurten", $"{Dutch.Plural(changed, "buurt", "buurten")} met een verschil in eerdere weken");
        return BesideTable.Draw(
            text with
            {
                Remarks = Answer.Areas.Count > MostAreas
                    ? [$"De {MostAreas} buurten met het grootste verschil; alle buurten staan in de CSV."] : [],
            },
            "Buurt", BothTrees,
            [.. shown.Select(a => new BesideRow(
                a.Name, a.Area.Level == AreaLevel.Municipality ? null : $"/buurten/{a.Area}",
                Both(a.Offences, a.Incidents, isNew: false)))],
            narrow: true);
    }

    private static string[] One(Revised counts) =>
    [
        Dutch.Count(counts.Was), Dutch.Count(counts.Became), RevisionWords.Signed(counts.Difference),
        Dutch.Count(counts.New),
    ];

    private static string[] Both(Revised offences, Revised incidents, bool isNew) =>
        isNew ? [.. Fresh(offences), .. Fresh(incidents)] : [.. Pair(offences), .. Pair(incidents)];

    private static string[] Pair(Revised counts) =>
        [Dutch.Count(counts.Was), Dutch.Count(counts.Became), RevisionWords.Signed(counts.Difference)];

    private static string[] Fresh(Revised counts) => [".", Dutch.Count(counts.New), "nieuw"];

    private static int DepthOf(CategoryKind kind) => kind switch
    {
        CategoryKind.Tree => 0,
        CategoryKind.Group => 1,
        _ => 2,
    };

    private static BesideColumn Column(string title, string note) => new() { Title = title, Note = note };

    private FigureText Text(string id, string title) => new()
    {
        Id = id, Title = title, Unit = "aantal geregistreerde misdrijven en meldingen van overlast",
        Period = WeekText.Of(new WeekRange(Answer.Weeks[0].Week, Answer.Weeks[^1].Week)), HeadingLevel = 2,
        Source = $"levering {Answer.Delivery}", CsvAddress = $"/csv/verschil/{Answer.Delivery}",
        Known = view.Fictitious ? "fictieve gegevens" : null,
    };
}

/// <summary>What the page of a revision shows.</summary>
internal sealed record RevisionView(RevisionAnswer Answer, bool Fictitious);
