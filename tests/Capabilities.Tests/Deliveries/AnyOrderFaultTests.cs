using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>
/// A year of weekly files that restate the weeks before, with corrections and repeats, in any order of arrival.
/// </summary>
public abstract class AnyOrderFaultTests(Engine engine)
{
    public sealed class OnSqlite() : AnyOrderFaultTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AnyOrderFaultTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AnyOrderFaultTests(Engine.SqlServer);

    private const int Weeks = 52;
    private const int Restated = 13;
    private const int Corrections = 8;
    private const int Repeats = 4;
    private static readonly IsoWeek First = IsoWeek.Parse("2025-W01");
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(OrderKey.Sequence)]
    [InlineData(OrderKey.ProducedAt)]
    public async Task A_year_in_any_order_late_and_corrected_ends_in_the_same_state(OrderKey key)
    {
        // An engine that is not at hand skips the test here, before anything is counted.
        await (await TestPlatform.Start(engine, Cancel)).DisposeAsync();
        using var fault = new Fault($"F7 any order of arrival, by {key}", engine, briefly: 1, fully: 500);
        for (var round = 0; round < fault.Times; round++)
        {
            var random = new Random((round * 2) + (int)key);
            var files = Year(random);
            var arriving = files.Concat(files.OrderBy(_ => random.Next()).Take(Repeats)).ToArray();
            random.Shuffle(arriving);

            await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
            await Agree(platform, key);
            foreach (var (file, sequence) in arriving)
                Assert.Equal(
                    DeliveryState.Accepted,
                    (await platform.Submit(file, Cancel, ManifestOf(file, sequence))).Delivery.Line.State);

            Assert.Equal(Fold(files), await Counting(platform));
            Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
        }
        fault.Held();
    }

    /// <summary>A file for every week, and corrections: the same name, other bytes, made later.</summary>
    private static List<(WeekFile File, int Sequence)> Year(Random random)
    {
        var files = Enumerable.Range(0, Weeks).Select(last => (File: Statement(last, last), Sequence: last)).ToList();
        for (var at = 0; at < Corrections; at++)
            files.Add((Statement(random.Next(Weeks), Weeks + at), Weeks + at));
        return files;
    }

    private static WeekFile Statement(int last, int sequence)
    {
        var first = Math.Max(0, last - Restated + 1);
        return WeekFile.Series(
            First.Plus(first).ToString(),
            [.. Enumerable.Range(first, last - first + 1).Select(week => 500 + week + sequence)]);
    }

    /// <summary>What must count: of each week what the file made last says.</summary>
    private static int?[] Fold(IEnumerable<(WeekFile File, int Sequence)> files)
    {
        var counts = new int?[Weeks];
        foreach (var (file, sequence) in files.OrderBy(f => f.Sequence))
            for (var week = file.First.Index - First.Index; week <= file.Last.Index - First.Index; week++)
                counts[week] = 500 + week + sequence;
        return counts;
    }

    private static async Task<int?[]> Counting(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<CubeStore>().Refresh(Cancel);
        var question = new SeriesQuestion
        {
            Area = Figures.Town.Code, Category = CategoryCode.Parse("1.1.1"), EarlierYears = 0,
            Weeks = new WeekRange(First, First.Plus(Weeks - 1)),
        };
        var outcome = await scope.Get<AnswerSeries>().Answer(question, Figures.Ask.Analyst, Cancel);
        return [.. Assert.IsType<SeriesOutcome.Answered>(outcome).Answer.Points.Select(p => p.Count)];
    }

    private static async Task Agree(TestPlatform platform, OrderKey key)
    {
        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var agreement = await db.Agreements.SingleAsync(a => a.Tenant == "GM0153" && a.Supplier == "politie", Cancel);
        agreement.Terms = agreement.Terms with { OrderKey = key };
        await db.SaveChangesAsync(Cancel);
    }

    private static string ManifestOf(WeekFile file, int sequence)
    {
        var bytes = Encoding.UTF8.GetBytes(file.Text);
        return JsonSerializer.Serialize(new
        {
            contract = "politie-week", file = file.Name, bytes = bytes.Length, rows = file.Rows.Count,
            sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)), sequence,
            producedAt = new DateTimeOffset(2025, 1, 6, 8, 0, 0, TimeSpan.Zero).AddDays(sequence),
        });
    }
}
