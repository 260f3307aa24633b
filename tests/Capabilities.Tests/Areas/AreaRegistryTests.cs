using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class AreaRegistryTests(Engine engine)
{
    public sealed class OnSqlite() : AreaRegistryTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AreaRegistryTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AreaRegistryTests(Engine.SqlServer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_not_loaded_is_null_empty_and_unknown()
    {
        await using var trial = await AreasOnTrial.Start(engine);

        Assert.Null(await trial.Registry.Find(AreasOnTrial.Enschede, 2021, Cancel));
        Assert.Empty(await trial.Registry.Years(AreasOnTrial.Enschede, Cancel));
        Assert.False(await trial.Registry.IsKnown(AreasOnTrial.Enschede, Cancel));
        Assert.Equal(0, await trial.Registry.Version(Cancel));
        Assert.Null(await trial.Platform.Get<Boundaries>().Find(AreasOnTrial.Enschede, 2021, Cancel));
    }

    [Fact]
    public async Task Sees_its_own_import_at_once()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        Assert.False(await trial.Registry.IsKnown(AreasOnTrial.Enschede, Cancel));

        await trial.Import();

        Assert.True(await trial.Registry.IsKnown(AreasOnTrial.Enschede, Cancel));
        Assert.Null(await trial.Registry.Find(AreasOnTrial.Enschede, 2022, Cancel));
    }

    [Fact]
    public async Task Sees_an_import_of_another_process_within_a_second_and_not_sooner()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        await using var other = await trial.Platform.StartAnother(Cancel);
        var registry = other.Get<AreaRegistry>();
        var before = await registry.Find(AreasOnTrial.Enschede, 2021, Cancel);
        var hengelo = await registry.Find(AreasOnTrial.Hengelo, 2021, Cancel);
        var version = await registry.Version(Cancel);

        GeoPackageFile.Alter(trial.File, "UPDATE buurten SET buurtnaam = 'City' WHERE buurtcode = 'BU01530000'");
        await trial.Import();
        other.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Same(before, await registry.Find(AreasOnTrial.Enschede, 2021, Cancel));

        other.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal("City", (await registry.Find(AreasOnTrial.Enschede, 2021, Cancel))!.Neighbourhoods[0].Name);
        Assert.Same(hengelo, await registry.Find(AreasOnTrial.Hengelo, 2021, Cancel));
        Assert.True(await registry.Version(Cancel) > version);
        Assert.Equal(await trial.Registry.Version(Cancel), await registry.Version(Cancel));
    }

    [Fact]
    public async Task The_version_does_not_rise_with_changes_to_anything_else()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        var version = await trial.Registry.Version(Cancel);
        var areas = await trial.Areas(AreasOnTrial.Enschede);

        await using (var change = await trial.Platform.Get<CatalogueChanges>().Begin(Cancel))
        {
            await change.Db.RaiseVersion(Cancel);
            await change.Commit(Cancel);
        }
        trial.Platform.Clock.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(version, await trial.Registry.Version(Cancel));
        Assert.Same(areas, await trial.Areas(AreasOnTrial.Enschede));
    }

    [Fact]
    public async Task Many_may_ask_at_once_while_areas_are_imported()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        var asking = Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < 200; i++)
            {
                Assert.Equal(6, (await trial.Areas(AreasOnTrial.Hengelo)).Neighbourhoods.Count);
                Assert.NotNull(await trial.Boundaries(AreasOnTrial.Enschede));
                trial.Platform.Clock.Advance(TimeSpan.FromMilliseconds(20));
            }
        }, Cancel)).ToList();
        GeoPackageFile.Alter(trial.File, "UPDATE buurten SET buurtnaam = 'Anders'");
        await trial.Import();
        await Task.WhenAll(asking);

        // The clock above ran far ahead of the database, which may be taken to be away until it has answered once.
        for (var tries = 0; tries < 100 && await First() != "Anders"; tries++)
            await Task.Delay(100, Cancel);
        Assert.Equal("Anders", await First());

        async Task<string> First() => (await trial.Areas(AreasOnTrial.Hengelo)).Neighbourhoods[0].Name;
    }
}
