using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy.Audit;

/// <summary>
/// Whoever can write in a chain, with SQL of their own and as the database knows them, tries to hide something.
/// </summary>
public abstract class AuditFaultTests(Engine engine)
{
    public sealed class OnSqlite() : AuditFaultTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : AuditFaultTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : AuditFaultTests(Engine.SqlServer);

    private const int Lines = 12;

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly string[] Columns =
        ["Event", "Result", "Actor", "Origin", "Subject", "Purpose", "PreviousHash", "Hash"];

    [Fact]
    public async Task A_line_changed_removed_inserted_or_cut_is_found_each_time()
    {
        await using var platform = await Chains();
        using var fault = new Fault("F14 audit chain tampered with", engine, briefly: 40, fully: 1_000);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        await using var catalogue = await platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var verify = platform.Get<VerifyAudit>();
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var time = 0; time < fault.Times; time++)
        {
            DbContext db = time % 2 == 0 ? scope.Get<TenantDb>() : catalogue;
            Task<AuditVerdict> Verdict() =>
                ReferenceEquals(db, catalogue) ? verify.Platform(Cancel) : verify.Tenant(TestPlatform.Enschede, Cancel);

            var before = await Read(db);
            var how = await Tamper(db, before.Count);
            Assert.True(await Verdict() is AuditVerdict.Broken, $"not found: {how}");
            var kind = how.Split(' ')[0];
            found[kind] = found.GetValueOrDefault(kind) + 1;

            await Restore(db, before);
            Assert.IsType<AuditVerdict.Intact>(await Verdict());
        }
        fault.Say($"found: {string.Join(", ", found.Select(f => $"{f.Value} {f.Key}"))}");
        fault.Held();
    }

    private async Task<TestPlatform> Chains()
    {
        var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        for (var line = 0; line < Lines; line++)
        {
            await using (var change = await scope.Get<TenantChanges>().Begin(Cancel))
            {
                change.Record(new AuditEvent("test.happened", $"keer {line}"), Actor.CommandLine);
                await change.Commit(Cancel);
            }
            await using var platforms = await platform.Get<CatalogueChanges>().Begin(Cancel);
            platforms.Record(new AuditEvent("test.happened", $"keer {line}"), Actor.CommandLine);
            await platforms.Commit(Cancel);
        }
        return platform;
    }

    private static Task<List<AuditLine>> Read(DbContext db) =>
        db.Set<AuditLine>().AsNoTracking().OrderBy(l => l.Number).ToListAsync(Cancel);

    /// <returns>What was done to the chain, its kind in the first word.</returns>
    private static async Task<string> Tamper(DbContext db, int lines)
    {
        var (line, kind) = (Random.Shared.Next(1, lines + 1), Random.Shared.Next(6));
        switch (kind)
        {
            case 0:
                var column = Columns[Random.Shared.Next(Columns.Length)];
                await Run(db, $"UPDATE \"AuditLine\" SET \"{column}\" = {{0}} WHERE \"Number\" = {line}",
                    Guid.CreateVersion7().ToString("N"));
                return $"changed {column} of {line}";
            case 1:
                await Run(db, $"UPDATE \"AuditLine\" SET \"At\" = {{0}} WHERE \"Number\" = {line}",
                    new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(Random.Shared.Next(10_000)));
                return $"changed time of {line}";
            case 2:
                await Run(db, $"DELETE FROM \"AuditLine\" WHERE \"Number\" = {line}");
                return $"removed {line}";
            case 3:
                await Run(db, $"DELETE FROM \"AuditLine\" WHERE \"Number\" = {line}");
                await MoveDown(db, line, lines);
                return $"removed {line} and renumbered";
            case 4:
                await Insert(db, line, lines);
                return $"inserted after {line}";
            default:
                await Run(db, $"DELETE FROM \"AuditLine\" WHERE \"Number\" >= {line}");
                return $"cut from {line}";
        }
    }

    private static async Task MoveDown(DbContext db, int removed, int lines)
    {
        for (var line = removed + 1; line <= lines; line++)
            await Run(db, $"UPDATE \"AuditLine\" SET \"Number\" = {line - 1} WHERE \"Number\" = {line}");
    }

    /// <summary>A line made with all care: numbered, timed, and with the hash that belongs to it.</summary>
    private static async Task Insert(DbContext db, int after, int lines)
    {
        for (var line = lines; line > after; line--)
            await Run(db, $"UPDATE \"AuditLine\" SET \"Number\" = {line + 1} WHERE \"Number\" = {line}");
        var last = await db.Set<AuditLine>().AsNoTracking().SingleAsync(l => l.Number == after, Cancel);
        var forged = AuditLine.Next(
            new AuditHead { Chain = "", Number = last.Number, Hash = last.Hash },
            new AuditEvent("inserted", "x"), Actor.CommandLine, last.At);
        await Run(
            db,
            """
            INSERT INTO "AuditLine" ("Number", "At", "Event", "Result", "Actor", "Origin", "Subject", "Purpose",
                "PreviousHash", "Hash") VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9})
            """,
            forged.Number, forged.At, forged.Event, forged.Result, forged.Actor, forged.Origin, forged.Subject,
            forged.Purpose, forged.PreviousHash, forged.Hash);
    }

    private static Task<int> Run(DbContext db, string sql, params object[] values) =>
        db.Database.ExecuteSqlRawAsync(sql, values, Cancel);

    private static async Task Restore(DbContext db, List<AuditLine> lines)
    {
        await Run(db, "DELETE FROM \"AuditLine\"");
        db.ChangeTracker.Clear();
        db.AddRange(lines);
        await db.SaveChangesAsync(Cancel);
        db.ChangeTracker.Clear();
    }
}
