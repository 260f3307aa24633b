using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What tests do with deliveries, in one line each.</summary>
public static class Delivering
{
    /// <summary>Submits a file for its gemeente as the police, and answers what it became.</summary>
    public static async Task<Submitted> Submit(
        this TestPlatform platform, WeekFile file, CancellationToken cancel, string? manifest = null)
    {
        var folder = Directory.CreateTempSubdirectory("igw-file-").FullName;
        try
        {
            var path = file.WriteTo(folder);
            if (manifest is not null)
                await File.WriteAllTextAsync(path + ".manifest.json", manifest, cancel);
            await using var scope = await platform.Open(TenantId.Parse(file.Municipality), cancel);
            return await scope.Get<SubmitDelivery>().Execute(SupplierCode.Police, path, Actor.CommandLine, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Looks at the feeds of Enschede, as the job does.</summary>
    public static async Task Watch(this TestPlatform platform, CancellationToken cancel)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, cancel);
        await scope.Get<WatchFeeds>().Execute(cancel);
    }

    /// <summary>All counted incidents of a gemeente in these weeks, as a reader sees them now.</summary>
    public static async Task<FigureAnswer> Total(
        this TestPlatform platform, string from, string to, CancellationToken cancel, string tenant = "GM0153")
    {
        await using var scope = await platform.Open(TenantId.Parse(tenant), cancel);
        await scope.Get<CubeStore>().Refresh(cancel);
        var municipality = AreaCode.Parse(tenant);
        var outcome = await scope.Get<AnswerFigures>().Answer(
            new FigureQuestion
            {
                Level = AreaLevel.Municipality, Area = municipality, Category = CategoryCode.Parse("totaal"),
                Weeks = new WeekRange(IsoWeek.Parse(from), IsoWeek.Parse(to)),
            },
            new Viewer(municipality, Ring.Exact, "test") { SeesSensitive = true }, cancel);
        return ((FigureOutcome.Answered)outcome).Answer;
    }

    /// <summary>The single number of <see cref="Total"/>; null when no week of it was delivered.</summary>
    public static async Task<int?> Count(this TestPlatform platform, string week, CancellationToken cancel) =>
        (await platform.Total(week, week, cancel)).Rows[0].Count;
}
