using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

public abstract class AuditChainTests(Engine engine)
{
    public sealed class OnSqlite() : AuditChainTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AuditChainTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AuditChainTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_untouched_chain_is_intact()
    {
        await using var platform = await Chain(lines: 5);

        Assert.Equal(
            new AuditVerdict.Intact(5), await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("removed")]
    [InlineData("inserted")]
    [InlineData("cut")]
    [InlineData("extended")]
    [InlineData("emptied")]
    public async Task Any_tampering_is_found(string how)
    {
        await using var platform = await Chain(lines: 6);
        await Tamper(platform, how);

        Assert.IsType<AuditVerdict.Broken>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_chain_rewritten_with_fitting_hashes_still_misses_its_head()
    {
        await using var platform = await Chain(lines: 3);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        {
            var db = scope.Get<TenantDb>();
            await db.Audit.Where(l => l.Number == 3).ExecuteDeleteAsync(Cancel);
            var last = await db.Audit.AsNoTracking().SingleAsync(l => l.Number == 2, Cancel);
            var head = new AuditHead { Chain = "GM0153", Number = 2, Hash = last.Hash };
            db.Audit.Add(AuditLine.Next(head, new AuditEvent("forged", "x"), Actor.CommandLine, last.At));
            await db.SaveChangesAsync(Cancel);
        }

        Assert.IsType<AuditVerdict.Broken>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_text_without_end_or_with_line_ends_is_on_the_record_as_one_short_line()
    {
        await using var platform = await Chain(lines: 1);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await using (var change = await scope.Get<TenantChanges>().Begin(Cancel))
        {
            change.Record(new AuditEvent("tried", "een\nregel " + new string('x', 1000)), Actor.CommandLine);
            await change.Commit(Cancel);
        }

        var line = await scope.Get<TenantDb>().Audit.AsNoTracking().SingleAsync(l => l.Event == "tried", Cancel);
        Assert.Equal(AuditLine.LongestText, line.Subject.Length);
        Assert.StartsWith("een regel x", line.Subject, StringComparison.Ordinal);
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task A_change_that_is_not_committed_leaves_no_line()
    {
        await using var platform = await Chain(lines: 2);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
        await using (var change = await scope.Get<TenantChanges>().Begin(Cancel))
            change.Record(new AuditEvent("undone", "x"), Actor.CommandLine);

        Assert.Equal(
            new AuditVerdict.Intact(2), await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_between_announcing_and_confirming_leaves_an_acceptable_end(bool committed)
    {
        await using var platform = await Chain(lines: 2);
        await using (var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel))
        {
            var head = await db.AuditHeads.SingleAsync(h => h.Chain == "GM0153", Cancel);
            if (committed)
            {
                // The line is there, its confirmation is not.
                (head.AnnouncedNumber, head.AnnouncedHash) = (head.Number, head.Hash);
                (head.Number, head.Hash) = (1, await FirstHash(platform));
            }
            else
            {
                (head.AnnouncedNumber, head.AnnouncedHash) = (3, "never-committed");
            }
            await db.SaveChangesAsync(Cancel);
        }

        Assert.Equal(
            new AuditVerdict.Intact(2), await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
        await Append(platform, 1);
        Assert.Equal(
            new AuditVerdict.Intact(3), await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task Two_processes_write_one_chain()
    {
        await using var platform = await Chain(lines: 0);
        await using var other = await platform.StartAnother(Cancel);

        await Task.WhenAll(Task.Run(() => Append(platform, 20), Cancel), Task.Run(() => Append(other, 20), Cancel));

        Assert.Equal(
            new AuditVerdict.Intact(40), await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel));
    }

    [Fact]
    public async Task Nothing_is_added_to_a_chain_that_was_cut_so_that_the_cut_is_found_for_ever()
    {
        await using var platform = await Chain(lines: 3);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            await scope.Get<TenantDb>().Audit.Where(l => l.Number == 3).ExecuteDeleteAsync(Cancel);

        await Assert.ThrowsAsync<AuditBrokenException>(() => Append(platform, 1));

        Assert.Equal(
            3, Assert.IsType<AuditVerdict.Broken>(
                await platform.Get<VerifyAudit>().Tenant(TestPlatform.Enschede, Cancel)).Line);
    }

    [Fact]
    public async Task The_platform_has_a_chain_of_its_own_whose_head_lies_in_a_file()
    {
        await using var platform = await Chain(lines: 0);
        Assert.IsType<AuditVerdict.Intact>(await platform.Get<VerifyAudit>().Platform(Cancel));
        await using (var db = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel))
            await db.Audit.Where(l => l.Number == 1)
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Actor, "someone else"), Cancel);

        Assert.IsType<AuditVerdict.Broken>(await platform.Get<VerifyAudit>().Platform(Cancel));
    }

    private async Task<TestPlatform> Chain(int lines)
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await Append(platform, lines);
        return platform;
    }

    private static async Task Append(TestPlatform platform, int lines)
    {
        for (var line = 0; line < lines; line++)
        {
            await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
            await using var change = await scope.Get<TenantChanges>().Begin(Cancel);
            change.Record(new AuditEvent("test.happened", $"keer {line}"), Actor.CommandLine);
            await change.Commit(Cancel);
        }
    }

    private static async Task<string> FirstHash(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return (await scope.Get<TenantDb>().Audit.SingleAsync(l => l.Number == 1, Cancel)).Hash;
    }

    private static async Task Tamper(TestPlatform platform, string how)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var (db, lines) = (scope.Get<TenantDb>(), scope.Get<TenantDb>().Audit);
        switch (how)
        {
            case "changed":
                await lines.Where(l => l.Number == 3)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.Subject, "anders"), Cancel);
                break;
            case "removed":
                await lines.Where(l => l.Number == 3).ExecuteDeleteAsync(Cancel);
                break;
            case "inserted":
                await lines.Where(l => l.Number > 3)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.Number, x => x.Number + 100), Cancel);
                await lines.Where(l => l.Number > 100)
                    .ExecuteUpdateAsync(l => l.SetProperty(x => x.Number, x => x.Number - 99), Cancel);
                await AddAfter(db, 3);
                break;
            case "cut":
                await lines.Where(l => l.Number == 6).ExecuteDeleteAsync(Cancel);
                break;
            case "extended":
                await AddAfter(db, 6);
                break;
            default:
                await lines.ExecuteDeleteAsync(Cancel);
                break;
        }
    }

    private static async Task AddAfter(TenantDb db, long number)
    {
        var last = await db.Audit.AsNoTracking().SingleAsync(l => l.Number == number, Cancel);
        var head = new AuditHead { Chain = "GM0153", Number = last.Number, Hash = last.Hash };
        db.Audit.Add(AuditLine.Next(head, new AuditEvent("inserted", "x"), Actor.CommandLine, last.At));
        await db.SaveChangesAsync(Cancel);
    }
}
