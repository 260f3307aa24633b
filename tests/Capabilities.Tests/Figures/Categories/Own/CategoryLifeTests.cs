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
    private static readonly Person Asker = new(Guid.CreateVersion7(), "tenantbeheerder", Analyst);

    private static readonly Person Officer =
        new(Guid.CreateVersion7(), "privacy-officer", new Actor("officer", "website"));

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
            await scope.Get<UndoCategoryChange>().Execute(null, "weg", Asker, Cancel)).Code);
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

    [Fact]
    public async Task A_class_is_shielded_less_once_a_second_person_approves_and_taking_back_more_shielding_too()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var (vice, burglary) = (Ask.Of("1.4.1"), Ask.Of("1.1.1"));

        Assert.IsType<CategoryOutcome.Asked>(
            await scope.Get<SetSensitivity>().Execute(vice, null, "raadsbesluit", Asker, Cancel));
        Assert.True(await IsSensitive(scope, vice));
        await Approve(scope);
        Assert.False(await IsSensitive(scope, vice));
        var row = (await scope.Get<CategoryStore>().Book(Cancel)).Last!;
        Assert.Equal(("analist", "officer", "raadsbesluit"), (row.By, row.ApprovedBy, row.Reason));

        await scope.Get<SetSensitivity>().Execute(burglary, Sensitivity.Strictest, "afweging", Asker, Cancel);
        Assert.True(await IsSensitive(scope, burglary));
        Assert.IsType<CategoryOutcome.Asked>(
            await scope.Get<UndoCategoryChange>().Execute(null, "vergissing", Asker, Cancel));
        Assert.True(await IsSensitive(scope, burglary));
        await Approve(scope);
        Assert.False(await IsSensitive(scope, burglary));
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_change_made_meanwhile_is_seen_before_a_lowering_is_approved()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var burglary = Ask.Of("1.1.1");
        await scope.Get<SetSensitivity>().Execute(burglary, Sensitivity.Strictest, "afweging", Asker, Cancel);
        await scope.Get<UndoCategoryChange>().Execute(null, "vergissing", Asker, Cancel);

        Assert.IsType<CategoryOutcome.Altered>(await Add(scope));

        var open = Assert.Single(await scope.Get<ListChanges>().Execute(Cancel));
        Assert.IsType<DecideChange.Outcome.Outdated>(
            await scope.Get<DecideChange>().Approve(open.Id, "akkoord", Officer, Cancel));
        Assert.True(await IsSensitive(scope, burglary));
    }

    private static async Task<bool> IsSensitive(TenantScope scope, CategoryCode code) =>
        (await scope.Get<CategoryStore>().Current(Cancel)).Find(code)!.Sensitive;

    private static async Task Approve(TenantScope scope)
    {
        var open = (await scope.Get<ListChanges>().Execute(Cancel)).Single(c => c.State == ChangeState.Open);
        Assert.IsType<DecideChange.Outcome.Decided>(
            await scope.Get<DecideChange>().Approve(open.Id, "akkoord", Officer, Cancel));
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
