using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;
using static Twente.Igw.Testing.DistrictDelivering;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>One file for several gemeenten: each gets her own rows and hears of nobody else's.</summary>
public abstract class DistrictFileTests(Engine engine)
{
    public sealed class OnSqlite() : DistrictFileTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DistrictFileTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DistrictFileTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_gemeente_gets_only_her_own_rows()
    {
        await using var platform = await WithDistrict(engine, Cancel);

        var outcome = await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);

        Assert.Equal(DistrictState.Split, outcome.State);
        Assert.Equal([("GM0153", 1L), ("GM0164", 1L)], outcome.Parts.Select(p => (p.Tenant, p.Delivery)));
        Assert.Equal(5, await Count(platform, "GM0153"));
        Assert.Equal(7, await Count(platform, "GM0164"));
        Assert.All(["GM0153", "GM0164"], tenant =>
            Assert.DoesNotContain(Other(tenant), AllTextOf(platform, tenant), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_week_of_the_same_supplier_in_both_forms_counts_once()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 3), Cancel);

        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);
        Assert.Equal(5, await Count(platform, "GM0153"));

        await platform.Submit(WeekFile.Of("2025-W10", 4), Cancel);
        Assert.Equal(4, await Count(platform, "GM0153"));
    }

    [Fact]
    public async Task Withdrawing_a_part_brings_back_the_weekly_file_before_it()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 3), Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5)), Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<WithdrawDelivery>().Execute(2, "verkeerd", Actor.CommandLine, Cancel);

        Assert.Equal(3, await Count(platform, "GM0153"));
    }

    [Theory]
    [InlineData("GM9999")]
    [InlineData("GM0141")]
    public async Task A_gemeente_without_an_agreement_refuses_the_whole_file(string unknown)
    {
        await using var platform = await WithDistrict(engine, Cancel);
        if (unknown == "GM0141")
            await platform.Add(TenantId.Parse(unknown), "almelo", Cancel);

        var outcome = await platform.SubmitDistrict(Text(("GM0153", 5), (unknown, 1)), Cancel);

        Assert.Equal((DistrictState.Refused, 0), (outcome.State, outcome.Parts.Count));
        var finding = Assert.Single(outcome.Findings);
        // The same answer whether or not she is on the platform: a supplier learns only of its own agreements.
        Assert.Equal((3L, 3, FindingCode.AreaWithoutAgreement, unknown),
            (finding.Line, finding.Column, finding.Code, finding.Value));
        Assert.Null(await Count(platform, "GM0153"));
        Assert.DoesNotContain(unknown, AllTextOf(platform, "GM0153"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_row_of_one_gemeente_refuses_the_file_for_all()
    {
        await using var platform = await WithDistrict(engine, Cancel);

        var outcome = await platform.SubmitDistrict(
            TextOf(
                WeekFile.Row("2025-W10", "GM0164", 7), "\"2025-W10\";2021;GM0153;E33;;;\"1\n\"",
                WeekFile.Row("2025-W10", "GM0153", 5), WeekFile.Row("2025-W11", "GM0164", 7)),
            Cancel);

        Assert.Equal(
            [(3L, 7, FindingCode.CountForm), (6L, 1, FindingCode.WeekOutsideRange)],
            outcome.Findings.Select(f => (f.Line, f.Column, f.Code)));
        Assert.Null(await Count(platform, "GM0153"));
        Assert.Null(await Count(platform, "GM0164"));
    }

    [Fact]
    public async Task A_refusal_is_told_to_each_in_the_same_words_without_naming_anyone()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 10_000)), Cancel);

        await using var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var notices = await db.Notices.OrderBy(n => n.Tenant).ToListAsync(Cancel);
        Assert.Equal(["GM0153", "GM0164"], notices.Select(n => n.Tenant));
        Assert.Single(notices.Select(n => n.Text).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain("GM0", notices[0].Text, StringComparison.Ordinal);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Empty(await scope.Get<ListDeliveries>().Execute(Cancel));
    }

    [Fact]
    public async Task The_whole_file_lies_only_with_the_platform_and_not_for_long()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);

        Assert.Single(Directory.GetFiles(platform.Data.PlatformQuarantine));
        Assert.Empty(Directory.GetFiles(platform.Data.DistrictIncoming));
        platform.Clock.Advance(TimeSpan.FromDays(15));
        await platform.Get<EmptyPlatformQuarantine>().Execute(Cancel);
        Assert.Empty(Directory.GetFiles(platform.Data.PlatformQuarantine));
    }

    [Fact]
    public async Task A_district_file_in_the_folder_of_one_gemeente_is_set_apart_unread()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        var folder = Directory.CreateTempSubdirectory("igw-").FullName;
        var path = Path.Combine(folder, Week10);
        await File.WriteAllTextAsync(path, Text(("GM0153", 5), ("GM0164", 7)), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var submitted = await scope.Get<SubmitDelivery>()
            .Execute(SupplierCode.Police, path, Actor.CommandLine, Cancel);

        Directory.Delete(folder, recursive: true);
        Assert.Equal(FindingCode.FileDistrict, Assert.Single(submitted.Delivery.Findings).Code);
        // A note of what happened stays; the file itself does not.
        var kept = Directory.GetFiles(Path.Combine(platform.Data.Root, "quarantine", "gm0153"));
        Assert.EndsWith(".levering.json", Assert.Single(kept), StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(platform.Data.PlatformQuarantine));
    }

    [Fact]
    public async Task The_same_file_again_is_a_repeat_for_each()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 7)), Cancel);

        var again = await platform.SubmitDistrict(Text(("GM0153", 5), ("GM0164", 8)), Cancel);

        Assert.Equal([("GM0153", 1L, true), ("GM0164", 2L, false)],
            again.Parts.Select(p => (p.Tenant, p.Delivery, p.IsRepeat)));
    }

    [Fact]
    public async Task As_a_workbook_it_says_the_same()
    {
        await using var platform = await WithDistrict(engine, Cancel);
        var lines = Text(("GM0153", 5), ("GM0164", 7)).TrimEnd('\n').Split('\n');

        var outcome = await platform.SubmitDistrict(
            Week10.Replace(".csv", ".xlsx", StringComparison.Ordinal), WorkbookFile.OfLines(lines).ToBytes(), Cancel);

        Assert.Equal(DistrictState.Split, outcome.State);
        Assert.Equal(7, await Count(platform, "GM0164"));
    }

    [Fact]
    public async Task The_order_of_its_manifest_holds_for_every_part()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Agree(TestPlatform.Enschede, ContractName.PolitieWeekDistrict, Cancel, OrderKey.Sequence);
        var (newer, older) = (Text(("GM0153", 5)), Text(("GM0153", 4)));

        await platform.SubmitDistrict(newer, Cancel, ManifestOf(newer, 2));
        await platform.SubmitDistrict(older, Cancel, ManifestOf(older, 1));
        var without = await platform.SubmitDistrict(older, Cancel);

        Assert.Equal(5, await Count(platform, "GM0153"));
        Assert.Equal(FindingCode.OrderKeyMissing, Assert.Single(without.Findings).Code);
    }

    [Theory]
    [InlineData("week;indelingsjaar\n", FindingCode.HeaderMissingColumn)]
    [InlineData(WeekFile.Header + "\n", FindingCode.FileNoRows)]
    [InlineData(WeekFile.Header + "\n\n", FindingCode.RowBlank)]
    [InlineData(WeekFile.Header + "\n2025-W10;2021;Lonneker;1.1.1;;;1\n", FindingCode.AreaForm)]
    [InlineData("", FindingCode.FileEmpty)]
    public async Task What_names_no_gemeente_is_refused(string text, string code)
    {
        await using var platform = await WithDistrict(engine, Cancel);

        var outcome = await platform.SubmitDistrict(text, Cancel);

        Assert.Equal((DistrictState.Refused, code), (outcome.State, Assert.Single(outcome.Findings).Code));
    }

    private static async Task<int?> Count(TestPlatform platform, string tenant) =>
        (await platform.Total("2025-W10", "2025-W10", Cancel, tenant)).Rows[0].Count;

    private static string Other(string tenant) => tenant == "GM0153" ? "GM0164" : "GM0153";

    private static string ManifestOf(string text, int sequence)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return $$"""
            { "contract": "politie-week-district", "file": "{{Week10}}", "bytes": {{bytes.Length}}, "rows": 1,
              "sha256": "{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}", "sequence": {{sequence}} }
            """;
    }

    /// <summary>Every file of a gemeente, her database included, as text.</summary>
    private static string AllTextOf(TestPlatform platform, string tenant) => string.Concat(
        Directory.EnumerateFiles(platform.Data.Root, "*", SearchOption.AllDirectories)
            .Where(f => f.Contains(tenant.ToLowerInvariant(), StringComparison.Ordinal)
                && !f.EndsWith("-shm", StringComparison.Ordinal))
            .Select(Latin));

    private static string Latin(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var text = new StreamReader(file, Encoding.Latin1);
        return text.ReadToEnd();
    }
}
