using Microsoft.AspNetCore.Components;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>Draws how late registrations come in, as a table of shares.</summary>
internal sealed class DrawDelay(DelayView view)
{
    private DelayAnswer Answer => view.Answer;

    public MarkupString Table() => BesideTable.Draw(
        new FigureText
        {
            Id = "aanvulling", Title = Finding(), HeadingLevel = 2,
            Unit = "deel van het aantal dat nu bekend is, en het aantal zelf",
            Period = WeekText.Of(new WeekRange(Answer.Weeks[0], Answer.Weeks[^1])),
            Source = $"leveringen van {Dutch.Plural(Answer.Weeks.Count, "week", "weken")}",
            CsvAddress = "/csv/aanvulling", Known = view.Fictitious ? "fictieve gegevens" : null,
            Help = "Van elke week is bekend wat er 1, 2, 4 en 13 weken na de zondag van die week al was geleverd. Dat "
                + "is hier gedeeld door wat nu van diezelfde weken bekend is. Meer dan 100 % betekent dat er later "
                + $"registraties af gingen. Bij minder dan {DelayRow.SmallestBase} staan alleen de aantallen.",
            Remarks = Answer.DeliveredLater == 0 ? []
                :
                [
                    $"{Dutch.Plural(Answer.DeliveredLater, "week telt", "weken tellen")} hier niet mee: pas later "
                    + "geleverd dan een week na afloop.",
                ],
        },
        "Categorie",
        [
            .. Answer.After.Select(after => new BesideColumn
                {
                    Title = after == 1 ? "Na 1 week" : $"Na {after} weken", Note = "bekend",
                }),
            new BesideColumn { Title = "Nu", Note = "aantal" },
        ],
        [.. Answer.Rows.Select(row => new BesideRow(row.Title, null, [.. Cells(row), Dutch.Count(row.Final)])
        {
            Depth = row.Kind switch { CategoryKind.Tree => 0, CategoryKind.Group => 1, _ => 2 },
        })],
        narrow: true);

    private string Finding()
    {
        var offences = Answer.Rows.FirstOrDefault(r => r.Category == DefaultCategories.Offences);
        return offences?.Shares is { } shares
            ? $"Na 1 week is {Percent(shares[0])} van de misdrijven bekend, na 4 weken {Percent(shares[2])}"
            : "Nog te weinig registraties om te zeggen hoe snel ze binnenkomen";
    }

    private static IEnumerable<string> Cells(DelayRow row) => row.Shares is { } shares
        ? shares.Select(Percent)
        : row.Known.Select(known => Dutch.Count(known));

    private static string Percent(double share) => share.ToString("P0", Dutch.Culture);
}

/// <summary>What the page of late registrations shows.</summary>
internal sealed record DelayView(DelayAnswer Answer, bool Fictitious);
