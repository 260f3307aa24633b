using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Lets nobody open a tenant while her database is replaced, and opens her again. Between the two only the platform's
/// own row says how far it is, so that a killed run can be done again.
/// </summary>
internal sealed class CloseTenant(
    CatalogueChanges changes, TenantDatabases databases, AuditHeads heads, TenantMemory memory, DatabaseEngine engine)
{
    /// <summary>Added when the version cannot be read: no tenant changes a million times in one life.</summary>
    private const long MoreThanEver = 1_000_000;

    /// <returns>The closed tenant; null when there is none, or it is being added or removed.</returns>
    public async Task<ClosedTenant?> Execute(TenantId id, Renewal renewal, CancellationToken cancel)
    {
        var seen = await ReadVersion(id, cancel);
        await using var change = await changes.Begin(cancel);
        var row = await change.Db.Tenants.SingleOrDefaultAsync(t => t.Id == id.Code, cancel);
        if (row?.State is not (nameof(TenantState.Active) or nameof(TenantState.Restoring)))
            return null;
        var isFirst = row.State == nameof(TenantState.Active);
        if (isFirst)
            row.SeenVersion = Math.Max(row.SeenVersion, seen ?? row.SeenVersion + MoreThanEver);
        row.State = nameof(TenantState.Restoring);
        var end = await heads.Read(id.Code, cancel) ?? new AuditHead { Chain = id.Code };
        change.Record(new AuditEvent("tenant.closed", $"{id} · {renewal.Source} · {Words(end)}", renewal.Event),
            renewal.Request.Actor);
        await change.Db.RaiseVersion(cancel);
        await change.Commit(cancel);
        memory.Forget(id);
        return new ClosedTenant(row, isFirst, Words(end));
    }

    /// <summary>The kept head moves to the end of the new chain; both chains tell where the old one ended.</summary>
    public async Task LetHeadFollow(TenantDb renewed, CancellationToken cancel)
    {
        var last = await renewed.Audit.AsNoTracking().OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        await heads.PutBack(renewed.Owner.Code, last, cancel);
    }

    /// <summary>From here on everybody finds the tenant again, with a database nothing is remembered of.</summary>
    public async Task Reopen(ClosedTenant closed, Renewal renewal, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var row = await change.Db.Tenants.SingleAsync(t => t.Id == closed.Row.Id, cancel);
        (row.State, row.Schema, row.Renewals) =
            (nameof(TenantState.Active), engine.TenantSchema, closed.NewLogin.Renewal);
        change.Record(
            new AuditEvent(renewal.Event, $"{closed.Row.Id} · {renewal.Source} · {closed.OldChain}"),
            renewal.Request.Actor);
        await change.Db.RaiseVersion(cancel);
        await change.Commit(cancel);
        memory.Forget(closed.NewLogin.Tenant);
    }

    /// <summary>The version readers may have seen; null when the database cannot say.</summary>
    private async Task<long?> ReadVersion(TenantId id, CancellationToken cancel)
    {
        await using var catalogue = databases.CreateDbContext();
        var row = await catalogue.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id.Code, cancel);
        if (row?.State != nameof(TenantState.Active))
            return null;
        try
        {
            await using var db = databases.Open(row.Login);
            return await db.ReadVersion(cancel);
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string Words(AuditHead end) => end.Number == 0
        ? "het logboek was leeg"
        : string.Create(
            CultureInfo.InvariantCulture, $"het logboek eindigde bij regel {end.Number} ({end.Hash[..16]})");
}

/// <summary>A tenant whose database is being replaced.</summary>
/// <param name="Row">The tenant as the catalogue has it.</param>
/// <param name="IsFirst">False when an earlier run was killed after closing it.</param>
/// <param name="OldChain">Where its audit chain ended, in words.</param>
internal sealed record ClosedTenant(TenantRow Row, bool IsFirst, string OldChain)
{
    /// <summary>With what the new database is opened.</summary>
    public TenantLogin NewLogin => NewTenant.Login;

    /// <summary>The tenant as it will be found again.</summary>
    public Tenant NewTenant => Row.ToTenant() with { Renewals = Row.Renewals + 1 };
}
