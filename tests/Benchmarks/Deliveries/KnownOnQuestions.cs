using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>known</c>: a map question "as known on", at random earlier versions of a town of five years, beside the same
/// question now; and what a delivery changed, and how late registrations come in.
/// </summary>
internal static class KnownOnQuestions
{
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");
    private static readonly Viewer Analyst = new(Municipality, Ring.Exact, "analist");

    public static Command Command()
    {
        var weeks = new Option<int>("--weeks") { Description = "Weekly deliveries", DefaultValueFactory = _ => 40 };
        var count = new Option<int>("--count") { Description = "Questions", DefaultValueFactory = _ => 200 };
        var engine = EngineUnderTest.Option();
        var command = new Command("known", "Questions as known at an earlier version") { weeks, count, engine };
        command.SetAction((parsed, cancel) => Run(
            parsed.GetValue(weeks), parsed.GetValue(count), parsed.GetValue(engine), cancel));
        return command;
    }

    private static async Task Run(int weeks, int count, Engine engine, CancellationToken cancel)
    {
        await using var on = await EngineUnderTest.Of(engine);
        await using var platform = await InventedTown.FoundWithFiveYears(on, cancel);
        for (var week = 1; week <= weeks; week++)
            await InventedTown.Claim(platform, InventedTown.WeeklyFile(week), cancel);
        var report = new Report(
            $"{engine}, as known on: {count} questions at random among {weeks} versions, five years of "
            + $"{InventedTown.RowsOfFiveYears} rows, four older cubes kept");
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        var cube = await scope.Get<CubeStore>().Refresh(cancel);
        var (now, then) = (new Durations("now"), new Durations("as known at a random earlier version"));
        var (revision, delay) = (new Durations("what a delivery changed"), new Durations("how late they come in"));
        var random = new Random(1);
        var last = InventedTown.FiveYears.Last.Plus(-4);
        var question = new FigureQuestion
        {
            Level = AreaLevel.Neighbourhood, Area = Municipality, Category = CategoryCode.Parse("vermogen"),
            Weeks = new WeekRange(last.Plus(-3), last),
        };
        for (var at = 0; at < count; at++)
        {
            var version = cube.Stamp.Version - random.Next(1, weeks);
            now.Add(await Ask(question));
            then.Add(await Ask(question with { KnownOn = KnownOn.AtVersion(version) }));
            revision.Add(await Timed(() => scope.Get<AnswerRevision>().Answer(version, Analyst, cancel)));
            delay.Add(await Timed(() => scope.Get<AnswerDelay>().Answer(Analyst, cancel)));
        }
        report.Table(now, then, revision, delay);
        report.Say($"as known then: {then.At(0.5) / now.At(0.5):N0} times the same question now at p50");
        report.Close(platform.Data.Root);

        Task<TimeSpan> Ask(FigureQuestion asked) => Timed(async () =>
            await scope.Get<AnswerFigures>().Answer(asked, Analyst, cancel) is FigureOutcome.Answered answered
                ? answered : throw new InvalidOperationException("The question was refused."));
    }

    private static async Task<TimeSpan> Timed<T>(Func<Task<T>> ask)
    {
        var began = Stopwatch.GetTimestamp();
        await ask();
        return Stopwatch.GetElapsedTime(began);
    }
}
