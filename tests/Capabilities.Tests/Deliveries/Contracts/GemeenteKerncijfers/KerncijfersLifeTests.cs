using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

public abstract class KerncijfersLifeTests(Engine engine)
{
    public sealed class OnSqlite() : KerncijfersLifeTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : KerncijfersLifeTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : KerncijfersLifeTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Viewer Analyst = new(AreaCode.Parse("GM0153"), Ring.Exact, "analist");

    [Fact]
    public async Task An_accepted_file_answers_and_another_figure_or_level_is_left_alone()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(
            platform, "2021;BU01530000;leegstaande-panden;3", "2021;BU01530001;leegstaande-panden;0",
            "2021;GM0153;huisverboden;12");
        await Deliver(platform, "2021;GM0153;leegstaande-panden;9");

        Assert.Equal([3, 0, null, null, null, null], await Values(platform, "leegstaande-panden"));
        Assert.Equal([9], await Values(platform, "leegstaande-panden", AreaLevel.Municipality));
        Assert.Equal([12], await Values(platform, "huisverboden", AreaLevel.Municipality));
    }

    [Fact]
    public async Task A_newer_file_replaces_and_withdrawing_it_gives_the_older_back()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, "2021;BU01530000;leegstaande-panden;3", "2021;BU01530001;leegstaande-panden;0");
        var second = await Deliver(platform, "2021;BU01530000;leegstaande-panden;5");
        Assert.Equal([5, null, null, null, null, null], await Values(platform, "leegstaande-panden"));

        await Withdraw(platform, second.Line.Number);
        Assert.Equal([3, 0, null, null, null, null], await Values(platform, "leegstaande-panden"));

        await Withdraw(platform, 1);
        Assert.Empty(await Values(platform, "leegstaande-panden"));
    }

    [Fact]
    public async Task What_was_known_earlier_can_still_be_asked()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await Deliver(platform, "2021;BU01530000;leegstaande-panden;3");
        platform.Clock.Advance(TimeSpan.FromDays(3));
        await Deliver(platform, "2021;BU01530000;leegstaande-panden;5");

        var then = KnownOn.EndOf(new NodaTime.LocalDate(2026, 1, 6));
        Assert.Equal(3, (await Values(platform, "leegstaande-panden", known: then))[0]);
        Assert.Equal(5, (await Values(platform, "leegstaande-panden"))[0]);
    }

    [Fact]
    public async Task The_same_bytes_again_are_a_repeat()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        string[] rows = ["2021;BU01530000;leegstaande-panden;3"];
        var first = await Deliver(platform, rows);
        Assert.Equal(first.Line.Number, (await Deliver(platform, rows)).Line.Number);
    }

    [Fact]
    public async Task A_gemeentes_own_figures_stay_hers()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        await Deliver(platform, "2021;GM0153;huisverboden;12");

        await using var hengelo = await platform.Open(TestPlatform.Hengelo, Cancel);
        var figures = await hengelo.Get<KeyFigureStore>().Refresh(Cancel);

        Assert.Empty(figures.PeriodsOf(KeyFigureCode.Parse("huisverboden")));
        await Assert.ThrowsAsync<ViewerElsewhereException>(async () =>
        {
            await using var enschede = await platform.Open(TestPlatform.Enschede, Cancel);
            await enschede.Get<KeyFigureStore>().Refresh(Cancel);
            await enschede.Get<AnswerKeyFigures>().Answer(
                Question("huisverboden", AreaLevel.Municipality, null),
                Analyst with { Municipality = AreaCode.Parse("GM0164") }, Cancel);
        });
    }

    [Fact]
    public async Task A_figure_the_gemeente_defined_can_be_delivered()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        string[] rows = ["2021;GM0153;kamerverhuur;7"];
        Assert.Equal(DeliveryState.Refused, (await Deliver(platform, rows)).Line.State);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            Assert.Equal(1, await scope.Get<DefineKeyFigures>().Execute(
                [
                    "kamerverhuur;Panden met kamerverhuur;panden;wonen;gemeente;Huisvestingswet 2014;buurt;jaar;0;"
                    + "optelbaar;0;gemeente;",
                ], Actor.CommandLine, Cancel));

        Assert.Equal(DeliveryState.Accepted, (await Deliver(platform, rows)).Line.State);
        Assert.Equal([7], await Values(platform, "kamerverhuur", AreaLevel.Municipality));
    }

    private static async Task<DeliveryView> Deliver(TestPlatform platform, params string[] rows)
    {
        var folder = Directory.CreateDirectory(Path.Combine(platform.Data.Root, "in"));
        var file = Path.Combine(folder.FullName, "gemeente-kerncijfers_GM0153_2021.csv");
        await File.WriteAllLinesAsync(
            file,
            rows.Select(r => "2021;" + r).Prepend("periode;indelingsjaar;gebied;kengetal;waarde"), Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var submitted = await scope.Get<SubmitDelivery>().Execute(
            SupplierCode.Municipality, file, Actor.CommandLine, Cancel);
        return submitted.Delivery;
    }

    private static async Task Withdraw(TestPlatform platform, long number)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<WithdrawDelivery>().Execute(number, "verkeerd bestand", Actor.CommandLine, Cancel);
    }

    private static async Task<double?[]> Values(
        TestPlatform platform, string figure, AreaLevel level = AreaLevel.Neighbourhood, KnownOn? known = null)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<KeyFigureStore>().Refresh(Cancel);
        var outcome = await scope.Get<AnswerKeyFigures>().Answer(Question(figure, level, known), Analyst, Cancel);
        return outcome is KeyFigureOutcome.Answered { Answer: var answer } ? [.. answer.Rows.Select(r => r.Value)] : [];
    }

    private static KeyFigureQuestion Question(string figure, AreaLevel level, KnownOn? known) => new()
    {
        Figure = KeyFigureCode.Parse(figure), Level = level, Area = AreaCode.Parse("GM0153"), KnownOn = known,
    };
}
