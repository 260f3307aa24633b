using System.CommandLine;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw published</c>: what the police publish themselves, beside the weekly figures.</summary>
internal static class PublishedVerb
{
    public static Command Command()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        var category = new Option<string?>("--category") { Description = "Alleen deze soort misdrijf, zoals 1.1.1" };
        var area = new Option<string?>("--area") { Description = "Alleen dit gebied, zoals GM0153" };
        var period = new Option<string?>("--period") { Description = "Alleen deze maand of dit jaar, zoals 2023MM01" };
        return Verb.Command("published", "Cijfers die de politie zelf publiceert (open data), precies zoals zij",
            [id, category, area, period, json],
            async (parsed, services, cancel) =>
            {
                var question = new PublishedQuestion
                {
                    Category = parsed.GetValue(category) is { } code ? CategoryCode.Parse(code) : null,
                    Area = parsed.GetValue(area) is { } place ? AreaCode.Parse(place) : null,
                    Period = PeriodOf(parsed.GetValue(period)),
                };
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var rows = await scope.Get<AnswerPublished>().Execute(question, cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(new { bron = AnswerPublished.Source, rijen = rows.Select(Json) });
                else
                    Write(rows);
                return ExitCode.Done;
            });
    }

    private static PublishedPeriod? PeriodOf(string? text)
    {
        if (text is null)
            return null;
        return PublishedPeriod.TryParse(text, out var period)
            ? period
            : throw new FormatException($"'{text}' is geen periode: verwacht een maand als 2023MM01 of 2023JJ00.");
    }

    private static object Json(PublishedRow row) => new
    {
        periode = row.Period.ToString(), gebied = row.Area.Code, soort = row.Category.Code, titel = row.Title,
        aantal = row.Count,
    };

    private static void Write(IReadOnlyList<PublishedRow> rows)
    {
        Console.Out.WriteLine($"Bron: {AnswerPublished.Source}");
        foreach (var row in rows)
        {
            var count = row.Count?.ToString("N0", CultureInfo.GetCultureInfo("nl-NL")) ?? ".";
            Console.Out.WriteLine($"{row.Period}  {row.Area,-10}  {row.Category,-8} {row.Title,-40} {count,9}");
        }
    }
}
