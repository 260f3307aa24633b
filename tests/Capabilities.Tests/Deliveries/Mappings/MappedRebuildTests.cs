using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mappings;

public abstract class MappedRebuildTests(Engine engine)
{
    public sealed class OnSqlite() : MappedRebuildTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : MappedRebuildTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : MappedRebuildTests(Engine.SqlServer);

    private const string Named = "politie-export";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_rebuild_reads_each_original_by_the_version_that_made_it(bool databaseIsReadable)
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Activate(Named, SupplierExport.Mapping, Cancel);
        await platform.SubmitText(SupplierExport.Name, SupplierExport.Text(7), Cancel);
        await platform.Activate(Named, SupplierExport.WithCode("Woninginbraak", "1.1.2"), Cancel);
        await platform.SubmitText("Export Enschede week 11.csv", SupplierExport.Text(5, "11-03-2025"), Cancel);
        var before = await platform.Checksums(TestPlatform.Enschede, Cancel);
        if (!databaseIsReadable)
            await platform.LoseDatabase(TestPlatform.Enschede, Cancel);

        var rebuilt = Assert.IsType<RebuildTenant.Outcome.Rebuilt>(await platform.Rebuild(Cancel));

        Assert.Empty(rebuilt.LostWeeks);
        Assert.Empty(rebuilt.Objections);
        var after = await platform.Checksums(TestPlatform.Enschede, Cancel);
        foreach (var table in (string[])["Fact", "Delivery", "DeliveryWeek", "WeekVersion", "MappingVersion"])
            Assert.Equal(before[table], after[table]);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        // Notes do not tell what is in force: a person says so again.
        var line = Assert.Single(await scope.Get<ListMappings>().Execute(Cancel));
        Assert.Equal((databaseIsReadable ? "actief" : "concept", 2), (line.State, line.Newest));
    }

    [Fact]
    public async Task Key_figures_in_a_layout_of_their_own_count_and_survive_a_rebuild()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await platform.Activate("leegstand", KeyFigures, Cancel);

        var submitted = await platform.SubmitText(
            "Leegstand panden.csv", "Peildatum,Plek,Leeg\n1-1-2021,Centrum,3\n1-1-2021,BU01530001,0\n", Cancel,
            supplier: "gemeente");

        Assert.Empty(submitted.Delivery.Findings);
        Assert.Equal((DeliveryState.Accepted, 2, 3L), (
            submitted.Delivery.Line.State, submitted.Delivery.Line.Rows, submitted.Delivery.Line.Sum));
        var before = await platform.Checksums(TestPlatform.Enschede, Cancel);
        await platform.LoseDatabase(TestPlatform.Enschede, Cancel);
        Assert.Empty(Assert.IsType<RebuildTenant.Outcome.Rebuilt>(await platform.Rebuild(Cancel)).Objections);
        Assert.Equal(
            before["KeyFigureFact"], (await platform.Checksums(TestPlatform.Enschede, Cancel))["KeyFigureFact"]);

        var wrong = await platform.SubmitText(
            "Leegstand twee jaren.csv", "Peildatum,Plek,Leeg\n1-1-2021,Centrum,3\n1-1-2022,Centrum,4\n", Cancel,
            supplier: "gemeente");
        // The mapping came back as a draft.
        Assert.Equal(FindingCode.FileName, Assert.Single(wrong.Delivery.Findings).Code);
        await platform.Activate("leegstand", KeyFigures, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await scope.Get<DecideDelivery>().Recheck(2, Actor.CommandLine, Cancel);
        var again = await scope.Get<ShowDelivery>().Execute(2, Cancel);
        Assert.Equal(FindingCode.MappingNoPeriod, Assert.Single(again!.Findings).Code);
    }

    private static Mapping KeyFigures { get; } = new()
    {
        Supplier = "gemeente", Contract = ContractName.GemeenteKerncijfers, FileName = "Leegstand*.csv",
        Delimiter = ",",
        Columns = new Dictionary<string, ColumnRule>
        {
            ["periode"] = new() { Source = "Peildatum", Form = ValueForm.YearOfDate },
            ["indelingsjaar"] = new() { Constant = "2021" },
            ["gebied"] = new()
            {
                Source = "Plek", Form = ValueForm.NeighbourhoodName,
                List = new Dictionary<string, string> { ["Centrum"] = "BU01530000" },
            },
            ["kengetal"] = new() { Constant = "leegstaande-panden" }, ["waarde"] = new() { Source = "Leeg" },
        },
    };
}
