using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>What the police publish themselves: beside the weekly figures, never among them.</summary>
public abstract class PublishedDeliveriesTests(Engine engine)
{
    public sealed class OnSqlite() : PublishedDeliveriesTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : PublishedDeliveriesTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : PublishedDeliveriesTests(Engine.SqlServer);

    private const string Header = "ID;SoortMisdrijf;WijkenEnBuurten;Perioden;GeregistreerdeMisdrijven_1\n";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_answered_apart_and_changes_no_weekly_figure()
    {
        await using var platform = await WithAgreement();
        await platform.Submit(WeekFile.Of("2023-W02", 3), Cancel);

        var submitted = await Submit(platform, "0;1.1.1 ;GM0153    ;2023MM01;40\n1;1.1.1;GM0164;2023MM01;9\n");

        Assert.Equal((DeliveryState.Accepted, 40), (submitted.Delivery.Line.State, submitted.Delivery.Line.Sum));
        Assert.Equal(FindingCode.WarningOtherAreas, Assert.Single(submitted.Delivery.Findings).Code);
        Assert.Equal(3, await platform.Count("2023-W02", Cancel));
        Assert.Equal([("2023MM01", "GM0153", 40)], await Counts(platform));
    }

    [Fact]
    public async Task A_later_table_replaces_the_periods_it_names_and_no_others()
    {
        await using var platform = await WithAgreement();
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;40\n1;1.1.1;GM0153;2023MM02;41\n2;1.1.1;GM0153;2023JJ00;500\n");
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;42\n");

        Assert.Equal(
            [("2023MM02", "GM0153", 41), ("2023MM01", "GM0153", 42), ("2023JJ00", "GM0153", 500)],
            await Counts(platform));
    }

    [Fact]
    public async Task Withdrawing_brings_back_the_table_before_it()
    {
        await using var platform = await WithAgreement();
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;40\n");
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;42\n1;1.1.1;GM0153;2023MM02;1\n");

        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<WithdrawDelivery>().Execute(2, "verkeerd", Actor.CommandLine, Cancel);

        Assert.Equal([("2023MM01", "GM0153", 40)], await Counts(platform));
    }

    [Fact]
    public async Task The_same_table_again_has_no_effect_until_another_took_its_place()
    {
        await using var platform = await WithAgreement();
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;40\n");

        Assert.True((await Submit(platform, "0;1.1.1;GM0153;2023MM01;40\n")).IsRepeat);
        await Submit(platform, "0;1.1.1;GM0153;2023MM01;41\n");
        Assert.False((await Submit(platform, "0;1.1.1;GM0153;2023MM01;40\n")).IsRepeat);
        Assert.Equal([("2023MM01", "GM0153", 40)], await Counts(platform));
    }

    private async Task<TestPlatform> WithAgreement()
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Agree(TestPlatform.Enschede, ContractName.PolitieOpenData, Cancel);
        return platform;
    }

    private static async Task<Submitted> Submit(TestPlatform platform, string rows)
    {
        var folder = Directory.CreateTempSubdirectory("igw-open-").FullName;
        var path = Path.Combine(folder, "politie-opendata_2023.csv");
        await File.WriteAllTextAsync(path, Header + rows, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var submitted = await scope.Get<SubmitDelivery>()
            .Execute(SupplierCode.Police, path, Actor.CommandLine, Cancel);
        Directory.Delete(folder, recursive: true);
        return submitted;
    }

    private static async Task<IEnumerable<(string, string, int?)>> Counts(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var rows = await scope.Get<AnswerPublished>().Execute(new PublishedQuestion(), Cancel);
        return rows.Select(r => (r.Period.ToString(), r.Area.Code, r.Count));
    }
}
