using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mappings;

public abstract class MappedDeliveriesTests(Engine engine)
{
    public sealed class OnSqlite() : MappedDeliveriesTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : MappedDeliveriesTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : MappedDeliveriesTests(Engine.SqlServer);

    private const string Named = "politie-export";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_that_an_active_mapping_knows_counts_as_its_contract()
    {
        await using var platform = await WithMapping();

        var submitted = await Submit(platform, SupplierExport.Text(7));

        Assert.Empty(submitted.Delivery.Findings);
        Assert.Equal(
            (DeliveryState.Accepted, 1, 7L),
            (submitted.Delivery.Line.State, submitted.Delivery.Line.Rows, submitted.Delivery.Line.Sum));
        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
        Assert.Empty(await new WholeDeliveries(platform, TestPlatform.Enschede).Parts(Cancel));
    }

    [Fact]
    public async Task The_same_figures_delivered_directly_are_stored_alike()
    {
        await using var platform = await WithMapping();
        await Submit(platform, SupplierExport.Text(7));
        var mapped = await FactsOf(platform, 1);

        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.Equal(mapped, await FactsOf(platform, 2));
    }

    [Fact]
    public async Task A_draft_and_a_retired_mapping_take_in_nothing()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Save(Named, SupplierExport.Mapping, Cancel);
        Assert.Equal(FindingCode.FileName, (await Submit(platform, SupplierExport.Text(7))).Delivery.Findings[0].Code);

        await platform.Activate(Named, SupplierExport.Mapping, Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            Assert.True(await scope.Get<RetireMapping>().Execute(
                MappingName.Parse(Named), Actor.CommandLine, Cancel));

        Assert.Equal(FindingCode.FileName, (await Submit(platform, SupplierExport.Text(8))).Delivery.Findings[0].Code);
        Assert.Null(await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_mapping_of_another_gemeente_is_never_used_nor_seen()
    {
        await using var platform = await WithMapping();
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);

        var elsewhere = await platform.SubmitText(SupplierExport.Name, SupplierExport.Text(7), Cancel, "GM0164");

        Assert.Equal(DeliveryState.Refused, elsewhere.Delivery.Line.State);
        Assert.Equal(FindingCode.FileName, Assert.Single(elsewhere.Delivery.Findings).Code);
        await using var scope = await platform.Open(TestPlatform.Hengelo, Cancel);
        Assert.Empty(await scope.Get<ListMappings>().Execute(Cancel));
        Assert.Null(await scope.Get<ListMappings>().Show(MappingName.Parse(Named), Cancel));
    }

    [Fact]
    public async Task A_file_named_by_its_contract_is_never_mapped()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        Assert.IsType<SaveMapping.Outcome.Refused>(await platform.Save(
            Named, SupplierExport.Mapping with { FileName = "politie-week_*.csv" }, Cancel));
        await platform.Activate(Named, SupplierExport.Mapping with { FileName = "*week*.csv" }, Cancel);

        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var wrong = await platform.SubmitText("politie-week_export.csv", SupplierExport.Text(3), Cancel);

        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
        Assert.Equal(FindingCode.FileName, Assert.Single(wrong.Delivery.Findings).Code);
    }

    [Fact]
    public async Task A_name_that_two_mappings_know_is_refused_and_says_which()
    {
        await using var platform = await WithMapping();
        await platform.Activate("tweede", SupplierExport.Mapping with { FileName = "Export*.csv" }, Cancel);

        var finding = Assert.Single((await Submit(platform, SupplierExport.Text(7))).Delivery.Findings);

        Assert.Equal(FindingCode.MappingAmbiguous, finding.Code);
        Assert.Contains("politie-export, tweede", finding.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_mapped_is_refused_and_checked_again_by_the_version_in_force()
    {
        await using var platform = await WithMapping();
        var text = SupplierExport.Text(2) + "Z9;05-03-2025;13:45;Centrum;Autobrand\n";
        var refused = await Submit(platform, text);
        var finding = Assert.Single(refused.Delivery.Findings);
        Assert.Equal(
            (4L, 5, FindingCode.MappingValueUnknown, "Autobrand"),
            (finding.Line, finding.Column, finding.Code, finding.Value));

        await platform.Activate(Named, SupplierExport.WithCode("Autobrand", "3.7.1"), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal(
            new DecideDelivery.Outcome.Decided(DeliveryState.Accepted),
            await scope.Get<DecideDelivery>().Recheck(refused.Delivery.Line.Number, Actor.CommandLine, Cancel));

        Assert.Equal(3, await platform.Count("2025-W10", Cancel));
        Assert.Equal((Named, 2), await MadeBy(platform, 1));
    }

    [Fact]
    public async Task The_same_bytes_are_a_repeat_under_the_same_version_and_a_statement_under_a_newer()
    {
        await using var platform = await WithMapping();
        await Submit(platform, SupplierExport.Text(7));
        Assert.True((await Submit(platform, SupplierExport.Text(7))).IsRepeat);

        await platform.Activate(Named, SupplierExport.WithCode("Woninginbraak", "1.1.2"), Cancel);
        Assert.False((await Submit(platform, SupplierExport.Text(7))).IsRepeat);

        Assert.Equal((Named, 1), await MadeBy(platform, 1));
        Assert.Equal((Named, 2), await MadeBy(platform, 2));
    }

    [Fact]
    public async Task A_person_who_accepts_a_held_delivery_gets_what_was_looked_at()
    {
        await using var platform = await WithMapping();
        await platform.Submit(WeekFile.Series("2025-W01", 9, 9, 9, 9, 9, 9, 9, 9, 9), Cancel);
        var held = await Submit(platform, SupplierExport.Text(400));
        Assert.Equal(DeliveryState.Held, held.Delivery.Line.State);
        await platform.Activate(Named, SupplierExport.WithCode("Woninginbraak", "1.1.2"), Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<DecideDelivery>().Accept(2, "nagevraagd", Actor.CommandLine, Cancel);

        Assert.Equal((Named, 1), await MadeBy(platform, 2));
        Assert.Equal(400, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_row_of_another_gemeente_sets_the_file_apart_and_shows_nothing_of_it()
    {
        await using var platform = await WithMapping();
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        var text = SupplierExport.Text(2) + "Z9;geheim;geheim;BU01640000;geheim\n";

        var refused = await Submit(platform, text);

        var finding = Assert.Single(refused.Delivery.Findings);
        Assert.Equal((4L, 4, FindingCode.AreaForeign, ""), (finding.Line, finding.Column, finding.Code, finding.Value));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var deliveries = scope.Get<TenantDb>().Deliveries;
        Assert.Equal(OriginalPlace.Platform, (await deliveries.SingleAsync(Cancel)).StoredIn);
        Assert.All(
            Directory.GetFiles(scope.Get<TenantFiles>().Folder(TenantPlace.Quarantine)),
            file => Assert.EndsWith(DeliveryNote.Suffix, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_manifest_speaks_of_the_file_as_it_was_sent()
    {
        await using var platform = await WithMapping();
        var text = SupplierExport.Text(7);
        var bytes = Encoding.UTF8.GetBytes(text);

        var submitted = await platform.SubmitText(SupplierExport.Name, text, Cancel, manifest: $$"""
            {"contract":"politie-week","file":"{{SupplierExport.Name}}","bytes":{{bytes.Length}},"rows":7,
            "sha256":"{{Convert.ToHexStringLower(SHA256.HashData(bytes))}}"}
            """);

        Assert.Empty(submitted.Delivery.Findings);
        Assert.Equal(DeliveryState.Accepted, submitted.Delivery.Line.State);
    }

    [Fact]
    public async Task Every_save_is_a_version_unless_it_says_the_same_and_all_is_in_the_audit_chain()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        Assert.Equal(
            new SaveMapping.Outcome.Saved(1), await platform.Save(Named, SupplierExport.Mapping, Cancel));
        Assert.Equal(
            new SaveMapping.Outcome.Unchanged(1), await platform.Save(Named, SupplierExport.Mapping, Cancel));
        Assert.Equal(
            new SaveMapping.Outcome.Saved(2),
            await platform.Save(Named, SupplierExport.WithCode("x", "1.1.1"), Cancel));
        Assert.IsType<SaveMapping.Outcome.Refused>(
            await platform.Save(Named, SupplierExport.Mapping with { Supplier = "anders" }, Cancel));
        await platform.Activate(Named, SupplierExport.Mapping with { HeaderLine = 2 }, Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var view = (await scope.Get<ListMappings>().Show(MappingName.Parse(Named), Cancel))!;
        Assert.Equal([3, 2, 1], view.Versions.Select(v => v.Version));
        Assert.All(view.Versions, v => Assert.Equal("beheerder", v.SavedBy));
        var audit = scope.Get<TenantDb>().Audit;
        Assert.Equal(
            ["vertaling politie-export versie 1", "vertaling politie-export versie 2",
                "vertaling politie-export versie 3", "vertaling politie-export versie 3"],
            await audit.Where(l => l.Event.StartsWith("mapping.")).OrderBy(l => l.Number).Select(l => l.Subject)
                .ToListAsync(Cancel));
    }

    private async Task<TestPlatform> WithMapping()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Activate(Named, SupplierExport.Mapping, Cancel);
        return platform;
    }

    private static Task<Submitted> Submit(TestPlatform platform, string text) =>
        platform.SubmitText(SupplierExport.Name, text, Cancel);

    private static async Task<(string?, int?)> MadeBy(TestPlatform platform, long number)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var deliveries = scope.Get<TenantDb>().Deliveries;
        var delivery = await deliveries.SingleAsync(d => d.Number == number, Cancel);
        return (delivery.Mapping, delivery.MappingVersion);
    }

    private static async Task<List<string>> FactsOf(TestPlatform platform, long number)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var facts = scope.Get<TenantDb>().Set<Twente.Igw.Figures.FactRow>();
        var rows = await facts.AsNoTracking().Where(f => f.Delivery == number).ToListAsync(Cancel);
        return [.. rows.Select(f =>
            $"{f.Week} {f.BoundaryYear} {f.Area} {f.Category} {f.Weekday} {f.Daypart} {f.Count}")
            .Order(StringComparer.Ordinal)];
    }
}
