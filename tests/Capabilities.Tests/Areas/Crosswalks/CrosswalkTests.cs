using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class CrosswalkTests(Engine engine)
{
    public sealed class OnSqlite() : CrosswalkTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : CrosswalkTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : CrosswalkTests(Engine.SqlServer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_imported_crosswalk_waits_as_a_draft_and_the_same_again_changes_nothing()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);

        Assert.Equal(new CrosswalkDrafting.Drafted(1, 7, 2), await trial.Import(CrosswalksOnTrial.Good));
        Assert.Equal(new CrosswalkDrafting.Unchanged(1), await trial.Import(CrosswalksOnTrial.Good));
        Assert.Empty(await Used(trial));
        var draft = await trial.Find(1);
        Assert.Equal((2021, 2025, CrosswalkState.Draft), (draft.FromYear, draft.ToYear, draft.State));
        Assert.Equal([600_000, 400_000], draft.Rows.Where(r => r.From.Code == "BU01530100").Select(r => r.Weight));
        Assert.Equal(1, await Audited(trial, "crosswalk.drafted"));
    }

    [Fact]
    public async Task What_is_written_out_is_read_back_as_the_same()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await trial.Propose();

        Assert.Equal(
            new CrosswalkDrafting.Unchanged(1), await trial.ImportText(CrosswalkFile.Write(await trial.Find(1))));
    }

    [Fact]
    public async Task Only_a_reviewed_crosswalk_is_used_and_the_next_takes_its_place()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await trial.Import(CrosswalksOnTrial.Good);
        await trial.Propose();
        var before = await Version(trial);

        Assert.Equal(new DecideCrosswalk.Outcome.Decided(CrosswalkState.Reviewed), await trial.Approve(1));
        Assert.Equal(1, Assert.Single(await Used(trial)).Number);
        Assert.True(await Version(trial) > before);
        Assert.IsType<DecideCrosswalk.Outcome.Decided>(await trial.Approve(2));
        Assert.Equal(2, Assert.Single(await Used(trial)).Number);
        Assert.Equal([CrosswalkState.Reviewed, CrosswalkState.Replaced], await trial.States());
        Assert.Equal(2, await Audited(trial, "crosswalk.approved"));
    }

    [Fact]
    public async Task A_rejected_crosswalk_is_out_of_use_and_stays_so()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await trial.Import(CrosswalksOnTrial.Good);
        await trial.Approve(1);
        var before = await Version(trial);

        Assert.IsType<DecideCrosswalk.Outcome.Decided>(await trial.Reject(1));
        Assert.Empty(await Used(trial));
        Assert.True(await Version(trial) > before);
        Assert.Equal(new DecideCrosswalk.Outcome.WrongState(CrosswalkState.Rejected), await trial.Approve(1));
        var rejected = await trial.Find(1);
        Assert.Equal(("analist", "klopt niet"), (rejected.DecidedBy, rejected.Reason));
        Assert.Equal(new CrosswalkDrafting.Drafted(2, 7, 2), await trial.Import(CrosswalksOnTrial.Good));
    }

    [Fact]
    public async Task Another_gemeente_has_no_such_crosswalk_and_sees_no_version_rise()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        var hengelo = AreaCode.Parse("GM0164");
        var before = await trial.Platform.Get<AreaRegistry>().Version(hengelo, Cancel);
        await trial.Import(CrosswalksOnTrial.Good);

        Assert.IsType<DecideCrosswalk.Outcome.Unknown>(await trial.Approve(1, hengelo));
        await trial.Approve(1);
        Assert.Equal(before, await trial.Platform.Get<AreaRegistry>().Version(hengelo, Cancel));
        Assert.Empty(await trial.Platform.Get<ListCrosswalks>().Execute(hengelo, Cancel));
        Assert.Empty(await trial.Platform.Get<AreaRegistry>().Crosswalks(hengelo, Cancel));
    }

    [Fact]
    public async Task A_crosswalk_that_does_not_fit_areas_imported_anew_is_neither_approved_nor_used()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await trial.Import(CrosswalksOnTrial.Good);
        await trial.Propose();
        await trial.Approve(1);
        await trial.Platform.ImportAreas(Cancel, 2025);

        Assert.Empty(await Used(trial));
        Assert.IsType<DecideCrosswalk.Outcome.DoesNotFit>(await trial.Approve(2));
        await trial.Platform.ImportChangedAreas(Cancel);
        Assert.Equal(1, Assert.Single(await Used(trial)).Number);
    }

    [Fact]
    public async Task A_proposal_follows_what_changed_the_borders_and_the_inhabitants()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);

        Assert.Equal(new CrosswalkDrafting.Drafted(1, 7, 2), await trial.Propose());
        var draft = await trial.Find(1);
        Assert.Equal(("voorstel", CrosswalkState.Draft), (draft.Source, draft.State));
        Assert.Equal(
            [
                "0000 0000 1000000 Merged", "0001 0000 1000000 Merged", "0002 0003 1000000 Renumbered",
                "0100 0100 705882 Inhabitants", "0100 0103 294118 Inhabitants", "0101 0101 1000000 Unchanged",
                "0102 0102 1000000 Unchanged",
            ],
            draft.Rows.Select(r => $"{r.From.Code[6..]} {r.To.Code[6..]} {r.Weight} {r.Basis}"));
    }

    [Fact]
    public async Task A_proposal_divides_by_ground_only_where_inhabitants_are_not_known()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        var file = Path.Combine(trial.Platform.Data.Root, "gebieden-2025.gpkg");
        GeoPackageFile.Alter(file, "UPDATE buurten SET aantal_inwoners = -99997 WHERE buurtcode = 'BU01530103'");
        await trial.Platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, Cancel);

        await trial.Propose();
        var parts = (await trial.Find(1)).Rows.Where(r => r.From.Code == "BU01530100").ToList();
        Assert.All(parts, r => Assert.Equal(CrosswalkBasis.Ground, r.Basis));
        Assert.Equal(CrosswalkRow.Whole, parts.Sum(r => r.Weight));
        Assert.InRange(parts[0].Weight, 580_000, 620_000);
    }

    [Fact]
    public async Task Back_to_the_earlier_year_a_merged_neighbourhood_is_divided()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);

        await trial.Propose(2025, 2021);
        Assert.Equal(
            ["0000 0000 454545 Inhabitants", "0000 0001 545455 Inhabitants"],
            (await trial.Find(1)).Rows.Where(r => r.From.Code == "BU01530000")
                .Select(r => $"{r.From.Code[6..]} {r.To.Code[6..]} {r.Weight} {r.Basis}"));
    }

    [Theory]
    [InlineData(2021, 2021)]
    [InlineData(2021, 2030)]
    [InlineData(1999, 2025)]
    public async Task Nothing_is_proposed_for_years_that_are_the_same_or_not_loaded(int from, int to)
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);

        Assert.IsType<CrosswalkDrafting.Refused>(await trial.Propose(from, to));
        Assert.Empty(await trial.States());
    }

    [Fact]
    public async Task Another_process_uses_it_within_a_second()
    {
        await using var trial = await CrosswalksOnTrial.Start(engine);
        await trial.Import(CrosswalksOnTrial.Good);
        await using var other = await trial.Platform.StartAnother(Cancel);
        Assert.Empty(await other.Get<AreaRegistry>().Crosswalks(CrosswalksOnTrial.Enschede, Cancel));

        await trial.Approve(1);
        other.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(await other.Get<AreaRegistry>().Crosswalks(CrosswalksOnTrial.Enschede, Cancel));
    }

    private static ValueTask<IReadOnlyList<Crosswalk>> Used(CrosswalksOnTrial trial) =>
        trial.Platform.Get<AreaRegistry>().Crosswalks(CrosswalksOnTrial.Enschede, Cancel);

    private static ValueTask<long> Version(CrosswalksOnTrial trial) =>
        trial.Platform.Get<AreaRegistry>().Version(CrosswalksOnTrial.Enschede, Cancel);

    private static async Task<int> Audited(CrosswalksOnTrial trial, string what)
    {
        var catalogues = trial.Platform.Get<IDbContextFactory<CatalogueDb>>();
        await using var db = await catalogues.CreateDbContextAsync(Cancel);
        return await db.Audit.CountAsync(l => l.Event == what, Cancel);
    }
}
