using System.CommandLine;
using System.Diagnostics;
using Twente.Igw.Areas;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// <c>region</c>: the comparison of so many gemeenten with five years of published counts: how long the first look
/// takes, what is kept in memory, and a table and a trend after that.
/// </summary>
internal static class CompareMany
{
    private const int Districts = 9;
    private const int Years = 5;
    private const int PerFile = 14;
    private const int Questions = 300;

    public static Command Command()
    {
        var many = new Option<int>("--municipalities") { Description = "Gemeenten", DefaultValueFactory = _ => 14 };
        var command = new Command("region", "Gemeenten side by side: first look, memory, table and trend") { many };
        command.SetAction((parsed, cancel) => Run(parsed.GetValue(many), cancel));
        return command;
    }

    private static async Task Run(int many, CancellationToken cancel)
    {
        await using var platform = await EngineUnderTest.Sqlite.Start(cancel);
        InventedMunicipality[] towns =
        [
            .. Enumerable.Range(1, many).Select(
                n => new InventedMunicipality($"GM{n:0000}", $"Gemeente {n:000}", Districts, PerDistrict: 5)),
        ];
        // An invented file lays its gemeenten in a row, and a whole country does not fit beside each other.
        foreach (var (part, at) in towns.Chunk(PerFile).Select((part, at) => (part, at)))
            await platform.Get<ImportAreas>().Execute(
                GeoPackageFile.Write(Path.Combine(platform.Data.Root, $"gebieden-{at}.gpkg"), 2021, part),
                Actor.CommandLine, null, cancel);
        var cells = await Publish(platform, towns, cancel);
        var report = new Report($"Region: {many} gemeenten, {towns.Length * Districts * 5} buurten, {Years} years");
        report.Say($"published counts: {cells}");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var second = await platform.StartAnother(cancel);
        var began = Stopwatch.GetTimestamp();
        var region = await second.Get<ReadRegion>().Execute(cancel);
        report.Say($"first look: {Stopwatch.GetElapsedTime(began).TotalMilliseconds:0} ms");
        report.Say($"in memory: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1e6:0.0} MB");
        await Ask(second, region, report, cancel);
        GC.KeepAlive(region);
        report.Close(platform.Data.Root);
    }

    private static async Task Ask(
        TestPlatform platform, Twente.Igw.Regional.Region region, Report report, CancellationToken cancel)
    {
        var compare = platform.Get<CompareRegion>();
        var (tables, trends) = (new Durations("a table"), new Durations("a trend of 60 months"));
        for (var at = 0; at < Questions; at++)
        {
            var question = new RegionalQuestion
            {
                Category = "vermogen", Order = RegionalOrder.Name,
                Period = ReportingPeriod.Month(2025, 12).LastMonth with { Number = 1 + (at % 12) },
            };
            var began = Stopwatch.GetTimestamp();
            var answer = await compare.Execute(region, question, cancel);
            tables.Add(Stopwatch.GetElapsedTime(began));
            began = Stopwatch.GetTimestamp();
            if (FollowRegion.Execute(region, answer).Series.Count != region.Members.Count)
                throw new InvalidOperationException("A trend without every gemeente is none.");
            trends.Add(Stopwatch.GetElapsedTime(began));
        }
        report.Table(tables, trends);
    }

    private static async Task<int> Publish(
        TestPlatform platform, InventedMunicipality[] towns, CancellationToken cancel)
    {
        var model = DefaultModel.Of(
            [.. towns.Select(t => t.Code)], ReportingPeriod.Month(2026 - Years, 1), "regiocoördinator");
        if (await platform.Get<DecideModel>().Execute(model, cancel) is { } refused)
            throw new InvalidOperationException(refused.Sentence);
        var (apply, count) = (platform.Get<ApplyMessage>(), 0);
        foreach (var town in towns)
        {
            await apply.Execute(Guid.CreateVersion7(), town.Code, new RegionalMessage.Accepted(
                town.Name, 1, model.From.ToString(), model.Levels, model.Units, [], "analist", "", DateTime.UtcNow),
                cancel);
            var cells = Cells(town, model).ToList();
            count += cells.Count;
            await apply.Execute(Guid.CreateVersion7(), town.Code, new RegionalMessage.Published(
                "2025-12", 2021, 1, "", "analist", DateTime.UtcNow, ProtectedCells.Write(cells)), cancel);
        }
        return count;
    }

    /// <summary>Invented counts of the whole grid, the same each time.</summary>
    private static IEnumerable<ProtectedCell> Cells(InventedMunicipality town, ModelAgreement model)
    {
        var state = (ulong)town.Inhabitants + (ulong)town.Code.GetHashCode(StringComparison.Ordinal) % 97;
        int Next(int size) => (int)((state = (state * 6364136223846793005) + 1442695040888963407) >> 40) % size + 3;
        var whole = AreaCode.Parse(town.Code);
        for (var year = 2026 - Years; year < 2026; year++)
            foreach (var category in model.Categories)
            {
                var period = new ReportingPeriod(PeriodUnit.Year, year, 1);
                yield return new ProtectedCell(new CellName(whole, category.Code, period), Next(900));
                if (!category.IsGroup)
                    continue;
                for (var month = 1; month <= 12; month++)
                    yield return new ProtectedCell(
                        new CellName(whole, category.Code, ReportingPeriod.Month(year, month)), Next(80));
                for (var quarter = 1; quarter <= 4; quarter++)
                    yield return new ProtectedCell(new CellName(
                        whole, category.Code, new ReportingPeriod(PeriodUnit.Quarter, year, quarter)), Next(240));
                for (var district = 0; district < Districts; district++)
                    for (var part = 0; part <= 4; part++)
                        yield return new ProtectedCell(new CellName(
                            AreaCode.Parse(town.District(district)), category.Code,
                            part == 0 ? period : new ReportingPeriod(PeriodUnit.Quarter, year, part)), Next(60));
            }
    }
}
