using Twente.Igw.Figures;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures.Revisions;

public abstract class RevisionTests(Engine engine)
{
    public sealed class OnSqlite() : RevisionTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : RevisionTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : RevisionTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_delivery_changed_is_told_by_week_category_and_neighbourhood()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(
            Weeks(("2025-W10", "BU01530000", "1.1.1", 5), ("2025-W11", "BU01530001", "E33", 2)), Cancel);
        await platform.Submit(
            Weeks(
                ("2025-W10", "BU01530000", "1.1.1", 7), ("2025-W10", "GM0153", "1.4.5", 1),
                ("2025-W11", "BU01530001", "E33", 1), ("2025-W12", "BU01530000", "1.1.1", 4)), Cancel);

        var answer = await Revision(platform, 2);

        Assert.Equal(
            [
                ("2025-W10", false, new Revised(5, 8, 0), default),
                ("2025-W11", false, default, new Revised(2, 1, 0)),
                ("2025-W12", true, new Revised(0, 0, 4), default(Revised)),
            ],
            answer.Weeks.Select(w => (w.Week.ToString(), w.IsNew, w.Offences, w.Incidents)));
        Assert.Equal(
            [
                ("misdrijven", new Revised(5, 8, 4)), ("vermogen", new Revised(5, 7, 4)),
                ("1.1.1", new Revised(5, 7, 4)), ("geweld", new Revised(0, 1, 0)), ("1.4.5", new Revised(0, 1, 0)),
                ("overlast", new Revised(2, 1, 0)), ("E33", new Revised(2, 1, 0)),
            ],
            answer.Categories.Select(c => (c.Category.Code, c.Counts)));
        Assert.Equal(
            [
                ("GM0153", new Revised(0, 1, 0), default), ("BU01530000", new Revised(5, 7, 4), default),
                ("BU01530001", default, new Revised(2, 1, 0)),
            ],
            answer.Areas.Select(a => (a.Area.Code, a.Offences, a.Incidents)));
        Assert.Equal("Zonder buurt", answer.Areas[0].Name);
    }

    [Fact]
    public async Task What_a_first_delivery_brings_is_new_and_no_difference()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W10", 5, 6), Cancel);

        var answer = await Revision(platform, 1);

        Assert.All(answer.Weeks, w => Assert.True(w.IsNew));
        Assert.Equal(new Revised(0, 0, 11), answer.Categories[0].Counts);
    }

    [Fact]
    public async Task A_delivery_that_never_counted_changed_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5) with { Rows = ["onzin"] }, Cancel);

        Assert.IsType<RevisionOutcome.NeverCounted>(await Ask(platform, 1));
        Assert.IsType<RevisionOutcome.NeverCounted>(await Ask(platform, 99));
    }

    [Fact]
    public async Task What_a_delivery_changed_stays_the_same_when_a_later_one_takes_its_place()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 8), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 6), Cancel);

        Assert.Equal(new Revised(5, 8, 0), Assert.Single((await Revision(platform, 2)).Weeks).Offences);
        Assert.Equal(new Revised(8, 6, 0), Assert.Single((await Revision(platform, 3)).Weeks).Offences);
    }

    [Fact]
    public async Task Only_who_sees_exact_figures_sees_a_difference()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        foreach (var ring in new[] { Ring.Classes, Ring.Published })
            Assert.IsType<RevisionOutcome.Refused>(await scope.Get<AnswerRevision>()
                .Answer(1, Figures.Ask.Analyst with { Ring = ring }, Cancel));
    }

    [Fact]
    public async Task Without_the_permission_sensitive_classes_count_nowhere_in_a_difference()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(
            Weeks(("2025-W10", "BU01530000", "JEUGD", 5), ("2025-W10", "BU01530001", "E33", 2)), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var outcome = await scope.Get<AnswerRevision>()
            .Answer(1, Figures.Ask.Analyst with { SeesSensitive = false }, Cancel);

        var answer = Assert.IsType<RevisionOutcome.Answered>(outcome).Answer;
        Assert.True(answer.WithoutSensitive);
        Assert.Equal(["overlast", "JEUGD"], answer.Categories.Select(c => c.Category.Code));
        Assert.Equal((5, 5), (answer.Weeks[0].Incidents.New, answer.Categories[0].Counts.New));
        Assert.Equal(["BU01530000"], answer.Areas.Select(a => a.Area.Code));
    }

    [Fact]
    public async Task As_known_on_takes_a_moment_on_Dutch_clocks()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        // The clock of the platform stands at 5 January 2026, 9:00 UTC: 10:00 in the Netherlands.
        await platform.Submit(WeekFile.Of("2025-W10", 5), Cancel);
        platform.Clock.Advance(TimeSpan.FromHours(1));
        await platform.Submit(WeekFile.Of("2025-W10", 8), Cancel);

        Assert.Null(await CountAsKnownOn(platform, "2026-01-05T09:59"));
        Assert.Equal(5, await CountAsKnownOn(platform, "2026-01-05T10:00"));
        Assert.Equal(5, await CountAsKnownOn(platform, "2026-01-05T10:59:59"));
        Assert.Equal(8, await CountAsKnownOn(platform, "2026-01-05T11:00"));
        Assert.Equal(8, await CountAsKnownOn(platform, "2026-01-05"));
        Assert.Null(await CountAsKnownOn(platform, "2026-01-04"));
    }

    private static async Task<int?> CountAsKnownOn(TestPlatform platform, string moment)
    {
        var text = new QuestionText { Categorie = "misdrijven", Van = "2025-W10", Tot = "2025-W10", BekendOp = moment };
        Assert.True(ReadQuestion.Try(text, Town.Code, out var question, out _));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var outcome = await scope.Get<AnswerFigures>().Answer(question, Figures.Ask.Analyst, Cancel);
        return Assert.IsType<FigureOutcome.Answered>(outcome).Answer.Rows.Single().Count;
    }

    private static async Task<RevisionAnswer> Revision(TestPlatform platform, long delivery) =>
        Assert.IsType<RevisionOutcome.Answered>(await Ask(platform, delivery)).Answer;

    private static async Task<RevisionOutcome> Ask(TestPlatform platform, long delivery)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        return await scope.Get<AnswerRevision>().Answer(delivery, Figures.Ask.Analyst, Cancel);
    }

    private static WeekFile Weeks(
        params IReadOnlyList<(string Week, string Area, string Code, int Count)> rows) => new()
        {
            First = IsoWeek.Parse(rows[0].Week), Last = IsoWeek.Parse(rows[^1].Week),
            Rows = [.. rows.Select(r => $"{r.Week};2021;{r.Area};{r.Code};2;nacht;{r.Count}")],
        };
}
