using System.Diagnostics;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>A town of the size of Enschede that does not exist, filled through the platform's own door.</summary>
internal static class InventedTown
{
    public const int BoundaryYear = 2021;

    /// <summary>Weeks a weekly file restates, the newest included.</summary>
    public const int RestatedWeeks = 13;

    /// <summary>Rows of a weekly file.</summary>
    public const int WeeklyRows = 3_500;

    /// <summary>Rows of the five years together.</summary>
    public const int RowsOfFiveYears = 50_000;

    private static readonly InventedMunicipality Enschede = new("GM0153", "Enschede", Districts: 10, PerDistrict: 7);

    /// <summary>The seventy neighbourhoods, and the town itself for what has no known place.</summary>
    public static IReadOnlyList<AreaCode> Areas { get; } =
    [
        .. from district in Enumerable.Range(0, Enschede.Districts)
           from number in Enumerable.Range(0, Enschede.PerDistrict)
           select AreaCode.Parse(Enschede.Neighbourhood(district, number)),
        AreaCode.Parse(Enschede.Code),
    ];

    /// <summary>Five years, delivered before anything is measured.</summary>
    public static WeekRange FiveYears { get; } = new(IsoWeek.Parse("2020-W01"), IsoWeek.Parse("2020-W01").Plus(259));

    /// <summary>The town without figures.</summary>
    public static async Task<TestPlatform> Found(EngineUnderTest engine, CancellationToken cancel)
    {
        var platform = await engine.Start(cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", cancel);
        var file = GeoPackageFile.Write(Path.Combine(platform.Data.Root, "gebieden.gpkg"), BoundaryYear, [Enschede]);
        await platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, cancel);
        return platform;
    }

    /// <summary>The town with five years of figures, from twenty deliveries.</summary>
    public static async Task<TestPlatform> FoundWithFiveYears(EngineUnderTest engine, CancellationToken cancel)
    {
        var platform = await Found(engine, cancel);
        await DeliverFiveYears(platform, cancel);
        return platform;
    }

    /// <summary>Twenty deliveries of a quarter each.</summary>
    public static async Task DeliverFiveYears(TestPlatform platform, CancellationToken cancel)
    {
        var quarters = FiveYears.Length / RestatedWeeks;
        for (var quarter = 0; quarter < quarters; quarter++)
        {
            var first = FiveYears.First.Plus(quarter * RestatedWeeks);
            var weeks = new WeekRange(first, first.Plus(RestatedWeeks - 1));
            var file = InventedFile.Of(weeks, RowsOfFiveYears / quarters, seed: quarter);
            MustBeAccepted(await platform.Submit(file.Written(), cancel));
        }
    }

    /// <summary>A weekly file: the week this many weeks after the five years, and those before it.</summary>
    public static InventedFile WeeklyFile(int after, int weeks = RestatedWeeks)
    {
        var last = FiveYears.Last.Plus(after);
        return InventedFile.Of(new WeekRange(last.Plus(1 - weeks), last), WeeklyRows, seed: 1_000 + after);
    }

    /// <summary>Submits a file; the times until a reader sees it and until its receipt is written.</summary>
    public static async Task<(TimeSpan Visible, TimeSpan Receipt)> Submit(
        TestPlatform platform, string path, CancellationToken cancel)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        await using var reader = await platform.Open(TestPlatform.Enschede, cancel);
        var began = Stopwatch.GetTimestamp();
        var seen = await Seen(reader, began, cancel);
        var submitted = await scope.Get<SubmitDelivery>().Execute(
            SupplierCode.Police, path, Actor.CommandLine, cancel);
        var receipt = Stopwatch.GetElapsedTime(began);
        MustBeAccepted(submitted);
        return (await seen, receipt);
    }

    /// <summary>
    /// Drops a file that has come to rest; the times from its claim until a reader sees it and until its receipt.
    /// </summary>
    public static async Task<(TimeSpan Visible, TimeSpan Receipt)> Claim(
        TestPlatform platform, InventedFile file, CancellationToken cancel)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        await using var reader = await platform.Open(TestPlatform.Enschede, cancel);
        file.Written().WriteTo(scope.Get<TenantFiles>().Folder(TenantPlace.Drop));
        var looks = scope.Get<FindArrivals>();
        await looks.Execute(cancel);
        var began = Stopwatch.GetTimestamp();
        var seen = await Seen(reader, began, cancel);
        if (await looks.Execute(cancel) != 1)
            throw new InvalidOperationException("The file was not claimed at the second look.");
        await scope.Get<SettleArrivals>().Execute(long.MaxValue, cancel);
        return (await seen, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Watches, as a reader in this process, for the next version.</summary>
    private static async Task<Task<TimeSpan>> Seen(TenantScope reader, long began, CancellationToken cancel)
    {
        var cubes = reader.Get<CubeStore>();
        var before = (await cubes.Current(cancel)).Stamp.Version;
        return Task.Run(
            async () =>
            {
                while ((await cubes.Current(cancel)).Stamp.Version == before)
                    await Task.Delay(1, cancel);
                return Stopwatch.GetElapsedTime(began);
            },
            cancel);
    }

    private static void MustBeAccepted(Submitted submitted)
    {
        if (submitted.Delivery.Line.State != DeliveryState.Accepted)
            throw new InvalidOperationException(
                $"{submitted.Delivery.Line.File} is {submitted.Delivery.Line.State}: "
                + string.Join("; ", submitted.Delivery.Findings.Take(3)));
    }
}
