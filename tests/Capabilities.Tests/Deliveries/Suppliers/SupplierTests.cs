using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>A supplier reaches what its agreements name, and nothing else.</summary>
public abstract class SupplierTests(Engine engine)
{
    public sealed class OnSqlite() : SupplierTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : SupplierTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : SupplierTests(Engine.SqlServer);

    private const string Corporation = "woningcorporatie";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_supplier_reaches_only_the_gemeenten_its_agreements_name()
    {
        await using var platform = await TwoSuppliers();

        var reach = await platform.Reach(Cancel, Corporation);

        Assert.Equal(["GM0164"], reach.Municipalities.Select(m => m.Id.Code));
        Assert.Null(reach.Find("gm0153"));
    }

    [Fact]
    public async Task Anothers_delivery_does_not_exist_for_a_supplier()
    {
        await using var platform = await TwoSuppliers();
        await platform.Submit(WeekFile.Of("2025-W10", 7, "GM0164"), Cancel);
        var (show, other) = (platform.Get<ShowOwnDelivery>(), await platform.Reach(Cancel, Corporation));

        Assert.Null(await show.Execute(other, "gm0164", 1, Cancel));
        Assert.Null(await show.Follow(other, "gm0164", 1, Cancel));
        Assert.Empty((await platform.Get<ListOwnDeliveries>().Execute(other, new(), Cancel)).Lines);
        Assert.IsType<WithdrawalOutcome.Unknown>(await platform.Get<AskWithdrawal>().Execute(
            other, "gm0164", 1, "verkeerd bestand", Offering.Supplier, Cancel));
        Assert.NotNull(await show.Execute(await platform.Reach(Cancel, "politie"), "gm0164", 1, Cancel));
    }

    [Fact]
    public async Task An_agreement_that_ended_reaches_nothing_any_more()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var agreement = Assert.Single((await platform.Reach(Cancel, "politie")).Agreements);
        var open = await platform.Offer(WeekFile.Of("2025-W11", 7), Cancel);

        var ended = await platform.Get<EndAgreement>().Execute(
            new AgreementRequest
            {
                Tenant = agreement.Tenant, Id = agreement.Id, Reason = "klaar",
                Given = new Dictionary<string, string>(StringComparer.Ordinal) { ["tot"] = "05-01-2026" },
            }, Offering.Supplier, Cancel);
        Assert.IsType<AgreementOutcome.Altered>(ended);
        platform.Clock.Advance(TimeSpan.FromDays(2));

        var reach = await platform.Reach(Cancel, "politie");
        Assert.Empty(reach.Agreements);
        Assert.Null(await platform.Get<ShowOwnDelivery>().Execute(reach, "gm0153", 1, Cancel));
        Assert.Null(await platform.Get<ShowOffer>().Execute(reach, new OfferKey("gm0153", open.Offer.Id), Cancel));
        Assert.IsType<AgreementChoice.Refused>(
            ChooseAgreement.Of(reach, new AnnouncedFile(WeekFile.Of("2025-W11", 7).Name)));
    }

    [Theory]
    [InlineData("politie-week_GM0153_2025-W10_2025-W10.csv", null, null, "GM0153")]
    [InlineData(@"C:\export\politie-week_GM0164_2025-W10_2025-W10.xlsx", null, null, "GM0164")]
    [InlineData("uitvoer.csv", "GM0164", "politie-week", "GM0164")]
    [InlineData("uitvoer.csv", null, null, "delivery.choose")]
    [InlineData("politie-week_GM0153_2025-W10_2025-W10.csv", "GM0164", null, "delivery.other-municipality")]
    [InlineData("politie-week_GM0153_2025-W10_2025-W10.csv", null, "gemeente-kerncijfers", "delivery.other-contract")]
    [InlineData("politie-week_GM0141_2025-W10_2025-W10.csv", null, null, "delivery.no-agreement")]
    [InlineData("politie-week_GM0153_2025-W10_2025-W10.zip", null, null, "delivery.file-kind")]
    [InlineData("nul\0.csv", "GM0153", "politie-week", "delivery.file-name")]
    [InlineData("..", "GM0153", "politie-week", "delivery.file-kind")]
    public async Task The_name_and_the_choice_say_which_agreement_a_file_comes_under(
        string name, string? gemeente, string? contract, string expected)
    {
        await using var platform = await TwoSuppliers();

        var choice = ChooseAgreement.Of(
            await platform.Reach(Cancel, "politie"), new AnnouncedFile(name, gemeente, contract));

        Assert.Equal(expected, choice switch
        {
            AgreementChoice.Chosen { Agreement: var agreement } => agreement.Tenant.Code,
            AgreementChoice.Refused { Code: var code } => code,
            _ => null,
        });
    }

    [Fact]
    public async Task What_is_expected_tells_how_each_feed_is_doing()
    {
        await using var platform = await TwoSuppliers();
        await platform.Submit(WeekFile.Of("2025-W52", 7), Cancel);

        var lines = await platform.Get<ListExpected>().Execute(await platform.Reach(Cancel, "politie"), Cancel);

        Assert.Equal(["GM0153", "GM0164"], lines.Select(l => l.Agreement.Tenant.Code).Order());
        Assert.NotNull(lines.Single(l => l.Agreement.Tenant.Code == "GM0153").Feed!.LastAccepted);
        Assert.Null(lines.Single(l => l.Agreement.Tenant.Code == "GM0164").Feed!.LastAccepted);
    }

    [Fact]
    public async Task Of_a_delivery_that_counts_the_gemeente_is_asked_and_it_goes_on_counting()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var reach = await platform.Reach(Cancel, "politie");

        var asked = await platform.Get<AskWithdrawal>().Execute(
            reach, "gm0153", 1, "verkeerde week", Offering.Supplier, Cancel);

        Assert.IsType<WithdrawalOutcome.Asked>(asked);
        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal("verkeerde week", (await scope.Get<ShowDelivery>().Execute(1, Cancel))!.WithdrawalReason);
    }

    [Fact]
    public async Task A_delivery_that_never_counted_is_taken_back_at_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Series("2025-W01", 10, 11, 9, 10, 12, 10, 9, 11, 10), Cancel);
        var held = await platform.Submit(WeekFile.Of("2025-W10", 900), Cancel);
        Assert.Equal(DeliveryState.Held, held.Delivery.Line.State);

        var outcome = await platform.Get<AskWithdrawal>().Execute(
            await platform.Reach(Cancel, "politie"), "gm0153", 2, "testbestand", Offering.Supplier, Cancel);

        Assert.IsType<WithdrawalOutcome.TakenBack>(outcome);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Equal(DeliveryState.Refused, (await scope.Get<ShowDelivery>().Execute(2, Cancel))!.Line.State);
    }

    [Fact]
    public async Task A_list_is_filtered_and_paged_over_all_gemeenten()
    {
        await using var platform = await TwoSuppliers();
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7, "GM0164"), Cancel);
        var (list, reach) = (platform.Get<ListOwnDeliveries>(), await platform.Reach(Cancel, "politie"));

        Assert.Equal(2, (await list.Execute(reach, new(), Cancel)).Total);
        Assert.Equal(
            "GM0164",
            Assert.Single((await list.Execute(reach, new() { Tenant = TestPlatform.Hengelo }, Cancel)).Lines)
                .Tenant.Code);
        Assert.Empty((await list.Execute(reach, new() { State = DeliveryState.Refused }, Cancel)).Lines);
        Assert.Empty((await list.Execute(reach, new() { Page = 2 }, Cancel)).Lines);
    }

    /// <summary>The police deliver to both, the corporation to Hengelo alone.</summary>
    private async Task<TestPlatform> TwoSuppliers()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await platform.Get<MakeAgreement>().Execute(
            new NewAgreement
            {
                Tenant = TestPlatform.Hengelo, Supplier = SupplierCode.Parse(Corporation),
                Contract = ContractName.GemeenteKerncijfers,
                Terms = new AgreementTerms { LegalBasis = "AVG 6", Purpose = "test", From = new DateOnly(2025, 1, 1) },
            }, Actor.CommandLine, Cancel);
        return platform;
    }
}
