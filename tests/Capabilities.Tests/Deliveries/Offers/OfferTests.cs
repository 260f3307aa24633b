using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>A supplier has a file checked first, and delivers it or lets it be.</summary>
public abstract class OfferTests(Engine engine)
{
    public sealed class OnSqlite() : OfferTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : OfferTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : OfferTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_checked_file_is_no_delivery()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);

        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.Equal((DeliveryState.Accepted, 7L), (open.Offer.Check.State, open.Offer.Check.Sum));
        Assert.Null(await platform.Count("2025-W10", Cancel));
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Empty(await scope.Get<ListDeliveries>().Execute(Cancel));
        Assert.Empty(await scope.Get<ListDeliveries>().Waiting(Cancel));
    }

    [Fact]
    public async Task A_checked_file_tells_what_would_change_of_the_suppliers_own_weeks()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        var open = await platform.Offer(WeekFile.Series("2025-W10", 9, 4), Cancel);

        Assert.Equal(
            [new OfferedWeek("2025-W10", 7, 9, true), new OfferedWeek("2025-W11", null, 4, true)],
            open.Offer.Check.Weeks);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_line_and_column()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var file = WeekFile.Of("2025-W10", 7) with { Rows = ["2025-W10;2021;BU01530000;1.1.1;2;nacht;veel"] };

        var check = (await platform.Offer(file, Cancel)).Offer.Check;

        var finding = Assert.Single(check.Findings);
        Assert.Equal(DeliveryState.Refused, check.State);
        Assert.Equal((2L, 7, "veel"), (finding.Line, finding.Column, finding.Value));
    }

    [Fact]
    public async Task Delivering_what_was_checked_makes_it_count_by_the_way_of_every_file()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);

        var arrival = await platform.Deliver(open, Cancel);

        Assert.Equal(7, await platform.Count("2025-W10", Cancel));
        var reach = await platform.Reach(Cancel, "politie");
        var progress = await platform.Get<ShowOwnDelivery>().Follow(reach, "gm0153", arrival, Cancel);
        var shown = await platform.Get<ShowOwnDelivery>().Execute(reach, "gm0153", progress!.Delivery!.Value, Cancel);
        Assert.Equal((open.Offer.Sha256, 7L), (shown!.Receipt.Sha256, shown.Receipt.Sum));
    }

    [Fact]
    public async Task Delivering_twice_is_delivering_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);

        var first = await platform.Deliver(open, Cancel);
        var second = await platform.Deliver(open, Cancel);

        Assert.Equal(first, second);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.Single(await scope.Get<ListDeliveries>().Execute(Cancel));
    }

    [Fact]
    public async Task A_file_that_was_delivered_before_says_so_when_it_is_checked()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var first = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);

        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);

        Assert.Equal(first.Delivery.Line.Number, open.Offer.Check.Repeats);
    }

    [Fact]
    public async Task A_file_with_another_gemeentes_rows_is_let_go_at_once()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        var file = WeekFile.Of("2025-W10", 7) with { Rows = [WeekFile.Row("2025-W10", "GM0164", 7)] };

        var open = await platform.Offer(file, Cancel);

        Assert.True(open.Offer.Check.IsGone);
        Assert.Null(await platform.Get<DeliverOffer>().Execute(open, Offering.Supplier, Cancel));
    }

    [Fact]
    public async Task A_byte_more_than_agreed_and_nothing_is_kept()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var reach = await platform.Reach(Cancel, "politie");
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(WeekFile.Of("2025-W10", 7).Text));

        var stored = await platform.Get<StoreOffer>().Execute(
            reach.Agreements[0] with { SizeLimit = content.Length - 1 }, "politie-week.csv", content, Cancel);

        Assert.Null(stored);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(platform.Data.Root, "offered", "gm0153")));
    }

    [Fact]
    public async Task What_is_not_delivered_within_a_day_is_gone()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);
        platform.Clock.Advance(TimeSpan.FromHours(25));

        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<ForgetOffers>().Execute(Cancel);

        var reach = await platform.Reach(Cancel, "politie");
        Assert.Null(await platform.Get<ShowOffer>().Execute(reach, new OfferKey("gm0153", open.Offer.Id), Cancel));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(platform.Data.Root, "offered", "gm0153")));
    }

    [Fact]
    public async Task A_file_for_several_gemeenten_is_checked_and_delivered_as_one()
    {
        await using var platform = await DistrictDelivering.WithDistrict(engine, Cancel);

        var open = await platform.Offer(
            DistrictDelivering.Week10, DistrictDelivering.Text(("GM0153", 5), ("GM0164", 7)), Cancel);
        Assert.Equal(["GM0153", "GM0164"], open.Offer.Check.Municipalities.Order());
        Assert.Null(await platform.Count("2025-W10", Cancel));
        var number = await platform.Deliver(open, Cancel);

        var shown = await platform.Get<ShowOwnDistrictFile>().Execute(
            await platform.Reach(Cancel, "politie"), number, Cancel);
        Assert.Equal(["GM0153", "GM0164"], shown!.Parts.Select(p => p.Tenant));
        Assert.Equal(5, await platform.Count("2025-W10", Cancel));
    }

    [Fact]
    public async Task A_file_that_nobody_could_scan_is_not_read_and_waits_once_it_is_delivered()
    {
        await using var platform = await TestPlatform.WithEnschede(
            engine, Cancel, [new("Igw:Scanning:Kind", "Clamd"), new("Igw:Scanning:Clamd", "tcp://127.0.0.1:1")]);

        var open = await platform.Offer(WeekFile.Of("2025-W10", 7), Cancel);
        Assert.Equal((true, 0L, 0L), (open.Offer.Check.IsUnread, open.Offer.Check.Rows, open.Offer.Check.Sum));
        await platform.Deliver(open, Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.NotNull(Assert.Single(await scope.Get<ListDeliveries>().Waiting(Cancel)).UnscannedSince);
        Assert.Null(await platform.Count("2025-W10", Cancel));
    }
}
