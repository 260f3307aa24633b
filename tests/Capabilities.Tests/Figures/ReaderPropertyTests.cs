using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>What a reader in classes is never told, whatever was delivered and whatever she asks on the grid.</summary>
public sealed class ReaderPropertyTests
{
    private static readonly IsoWeek Stand = IsoWeek.Parse("2025-W52");
    private static readonly CategoryCode[] Classes = [.. "1.1.1 1.4.5 1.4.1 2.2.1 E33 JEUGD".Split(' ').Select(Ask.Of)];

    private static readonly CategoryCode[] Asked =
        [.. "1.1.1 1.4.5 vermogen geweld misdrijven overlast totaal".Split(' ').Select(Ask.Of)];

    private static readonly Gen<AreaCode> Places = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 1], Gen.Int[0, 2], Town.Neighbourhood)), (1, Gen.Const(Town.Code)));

    private static readonly Gen<Fact> Facts = Gen.Select(
        Gen.Int[0, 207], Places, Gen.Int[0, Classes.Length - 1], Gen.Int[0, 7], Gen.Int[0, 4], Gen.Int[1, 25],
        (back, area, category, weekday, daypart, count) =>
            new Fact(Stand.Plus(-back), 2021, area, Classes[category], weekday, (Daypart)daypart, count));

    [Fact]
    public void No_number_from_1_to_19_is_in_any_answer_and_nothing_is_calculated_from_one() =>
        Gen.Select(Facts.Array[0, 150], Gen.Int[0, Asked.Length - 1], Gen.Int[0, 3], Gen.Int[0, 2]).Sample(
            (facts, category, period, compare) =>
            {
                var cube = Of(facts);
                foreach (var level in (AreaLevel[])[
                    AreaLevel.Municipality, AreaLevel.District, AreaLevel.Neighbourhood])
                {
                    var question = Question(Asked[category], period, level, compare);
                    Assert.Null(Disclosure.Objection(question, cube, Ask.Reader, perWeek: false));
                    // A cube without older versions compares with nothing young; what matters is what is said of it.
                    CheckFigures(Shown(Ask.Answer(cube, question, _ => cube, Ask.Reader)));
                }
            });

    [Fact]
    public void No_week_weekday_or_daypart_tells_a_number_from_1_to_19() =>
        Gen.Select(Facts.Array[0, 150], Gen.Int[0, Asked.Length - 1], Places).Sample((facts, category, area) =>
        {
            var question = Question(Asked[category], 2, area.Level, 0) with { Area = area };
            var topic = Ask.Topic(Of(facts), question, Ask.Reader);
            var series = Shown(AnswerSeries.MakeAnswer(topic, 3));
            foreach (var point in series["punten"]!.AsArray())
                CheckCounts([point!["aantal"], .. point["eerder"]!.AsArray()]);
            var moments = Shown(AnswerMoments.MakeAnswer(topic));
            CheckCounts([moments["totaal"]]);
            foreach (var row in moments["rijen"]!.AsArray())
            {
                CheckCounts(row!["aantallen"]!.AsArray());
                Assert.Null(row["totaal"]);
            }
        });

    [Fact]
    public void Two_gemeenten_whose_counts_lie_in_the_same_classes_with_the_same_totals_get_the_same_answer() =>
        Gen.Select(Gen.Int[0, 40].Array[6].Array[4], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[1, 2]).Sample(
            (years, year, district, compare) =>
            {
                var moved = years.Select(counts => counts.ToArray()).ToArray();
                MoveOne(moved[year].AsSpan(3 * district, 3));
                var question = Question(Ask.Of("1.4.5"), 0, AreaLevel.Neighbourhood, compare);

                Assert.Equal(Written(years), Written(moved));

                string Written(int[][] of)
                {
                    var town = Compared(of);
                    return Shown(Ask.Answer(town.Cube(), question, v => town.Cube(v), Ask.Reader)).ToJsonString();
                }
            });

    private static JsonNode Shown<T>(T answer) where T : class, IAnswer
    {
        Assert.True(Disclosure.Apply(answer, Ask.Reader, out var shown, out _));
        return JsonSerializer.SerializeToNode(shown)!;
    }

    private static void CheckFigures(JsonNode answer)
    {
        CheckCounts([answer["zonderBuurt"]]);
        foreach (var row in answer["rijen"]!.AsArray())
        {
            CheckCounts([row!["aantal"]]);
            if (row["aantal"] is not null)
                continue;
            foreach (var made in (string[])["per1000", "onder", "boven"])
                Assert.Null(row[made]);
            foreach (var made in (string[])["aantal", "verschil", "verhouding", "onder", "boven"])
                Assert.Null(row["vergelijking"]?[made]);
            Assert.DoesNotContain(
                row["vergelijking"]?["oordeel"]?.GetValue<string>() ?? "",
                (string[])["hoger", "lager", "vergelijkbaar"]);
        }
    }

    private static void CheckCounts(IEnumerable<JsonNode?> counts)
    {
        foreach (var count in counts.OfType<JsonValue>())
            Assert.True(count.GetValue<int>() is 0 or >= CountClass.ExactFrom, $"{count}");
    }

    private static FigureQuestion Question(CategoryCode category, int period, AreaLevel level, int compare) => new()
    {
        Level = level, Area = Town.Code, Category = category, Compare = (Comparison)compare,
        Weeks = period < 3 ? Window.Ending(Stand, Grid.Lengths[period]) : Ask.Weeks("2024-W01", "2024-W52"),
    };

    private static Cube Of(Fact[] facts)
    {
        var town = new Town().With(2021);
        town.Deliver(Window.Ending(Stand, 208), facts);
        return town.Cube();
    }

    /// <summary>Four years of four weeks, each delivered on time, oldest last.</summary>
    private static Town Compared(int[][] years)
    {
        var town = new Town().With(2021);
        for (var back = 3; back >= 0; back--)
        {
            var weeks = Window.Ending(Stand, 4).Plus(-52 * back);
            town.Deliver(weeks, [.. years[back].Select((count, i) =>
                Ask.Fact(weeks.Last.ToString(), Town.Neighbourhood(i / 3, i % 3).Code, "1.4.5", count))]);
        }
        return town;
    }

    /// <summary>One incident from a hidden count to another, when both stay in their class.</summary>
    private static void MoveOne(Span<int> counts)
    {
        for (var from = 0; from < counts.Length; from++)
            for (var to = 0; to < counts.Length; to++)
                if (from != to && CountClass.Of(counts[from]) is { } less && CountClass.Of(counts[from] - 1) == less
                    && CountClass.Of(counts[to]) is { } more && CountClass.Of(counts[to] + 1) == more)
                {
                    (counts[from], counts[to]) = (counts[from] - 1, counts[to] + 1);
                    return;
                }
    }
}
