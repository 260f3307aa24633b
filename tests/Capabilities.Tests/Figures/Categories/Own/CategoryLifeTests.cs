using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures.Categories.Own;

public abstract class CategoryLifeTests(Engine engine)
{
    public sealed class OnSqlite() : CategoryLifeTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : CategoryLifeTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : CategoryLifeTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly Actor Analyst = new("analist", "website");
    private static readonly CategoryCode Own = Ask.Of("E99");

    [Fact]
    public async Task A_refused_file_counts_after_its_code_was_added_and_the_code_cannot_go_any_more()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        var refused = await platform.Submit(OwnCodeFile, Cancel);
        Assert.Equal(DeliveryState.Refused, refused.Delivery.Line.State);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        Assert.IsType<CategoryOutcome.Altered>(await Add(scope));
        var decided = await scope.Get<DecideDelivery>().Recheck(refused.Delivery.Line.Number, Analyst, Cancel);

        Assert.Equal(new DecideDelivery.Outcome.Decided(DeliveryState.Accepted), decided);
        var cube = await scope.Get<CubeStore>().Refresh(Cancel);
        Assert.Equal(7, cube.Count(Own, Ask.Weeks("2025-W10", "2025-W10")));
        Assert.Equal("categories.counted", Assert.IsType<CategoryOutcome.Refused>(
            await scope.Get<RemoveCategory>().Execute(Own, "weg", Analyst, Cancel)).Code);
        Assert.Equal("categories.counted", Assert.IsType<CategoryOutcome.Refused>(
            await scope.Get<UndoCategoryChange>().Execute(null, "weg", Analyst, null, Cancel)).Code);
    }

    [Fact]
    public async Task A_file_about_a_week_after_the_end_of_a_code_is_refused_and_one_before_is_not()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.IsType<CategoryOutcome.Altered>(await scope.Get<EndCategory>().Execute(
            Ask.Of("1.1.1"), new DateOnly(2025, 3, 10), "vervallen", Analyst, Cancel));

        var before = await platform.Submit(WeekFile.Of("2025-W10", 7), Cancel);
        var late = await platform.Submit(WeekFile.Of("2025-W11", 7), Cancel);

        Assert.Equal(DeliveryState.Accepted, before.Delivery.Line.State);
        Assert.Equal(DeliveryState.Refused, late.Delivery.Line.State);
        Assert.Contains(late.Delivery.Findings, f => f.Code == "category.ended");
    }

    private static Task<CategoryOutcome> Add(TenantScope scope) => scope.Get<AddCategory>().Execute(
        new CategoryRequest
        {
            Code = Own, Title = "Vuurwerk", From = new DateOnly(2026, 1, 5), Reason = "eigen catalogus",
        },
        Analyst, Cancel);

    private static WeekFile OwnCodeFile { get; } =
        WeekFile.Of("2025-W10", 7) with { Rows = ["2025-W10;2021;BU01530000;E99;2;nacht;7"] };
}
