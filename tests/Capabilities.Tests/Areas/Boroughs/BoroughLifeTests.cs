using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas.Boroughs;

public abstract class BoroughLifeTests(Engine engine)
{
    public sealed class OnSqlite() : BoroughLifeTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : BoroughLifeTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : BoroughLifeTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Actor Analyst = new("analist", "website");

    [Fact]
    public async Task A_borough_is_made_seen_by_figures_and_taken_back()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var list = (await scope.Get<ListBoroughs>().Execute(null, Cancel))!;
        var before = (await scope.Get<CubeStore>().Current(Cancel)).Stamp;

        var made = Assert.IsType<BoroughOutcome.Altered>(await scope.Get<SetBorough>().Execute(
            new BoroughRequest
            {
                BoundaryYear = 2021, Name = "Noord", Districts = [list.Without[0].Code], From = new(2026, 1, 5),
                Reason = "zo werken wij",
            },
            Analyst, Cancel));
        var cube = await scope.Get<CubeStore>().Refresh(Cancel);

        Assert.Equal("SD0153-noord", made.Code.Code);
        Assert.True(cube.Stamp.Version > before.Version);
        Assert.Equal("Noord", Assert.Single(cube.Areas(2021)!.Boroughs).Name);

        Assert.IsType<BoroughOutcome.Altered>(
            await scope.Get<UndoBoroughChange>().Execute(made.Number, "vergissing", Analyst, Cancel));
        list = (await scope.Get<ListBoroughs>().Execute(null, Cancel))!;

        Assert.Empty(list.Boroughs);
        Assert.Equal(2, list.History.Count);
        Assert.True(list.IsUndone(list.History[1]));
        Assert.Empty((await scope.Get<CubeStore>().Refresh(Cancel)).Areas(2021)!.Boroughs);
    }

    [Fact]
    public async Task A_borough_that_begins_later_is_seen_on_its_day_without_another_change()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var list = (await scope.Get<ListBoroughs>().Execute(null, Cancel))!;
        await scope.Get<SetBorough>().Execute(
            new BoroughRequest
            {
                BoundaryYear = 2021, Name = "Noord", Districts = [list.Without[0].Code], From = new(2026, 1, 7),
                Reason = "per woensdag",
            },
            Analyst, Cancel);

        Assert.Empty((await scope.Get<CubeStore>().Refresh(Cancel)).Areas(2021)!.Boroughs);
        platform.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Single((await scope.Get<CubeStore>().Refresh(Cancel)).Areas(2021)!.Boroughs);
    }
}
