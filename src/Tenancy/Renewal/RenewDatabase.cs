namespace Twente.Igw.Tenancy;

/// <summary>
/// Replaces a tenant's database by a new one: closes the tenant, keeps a copy of what is there, drops, makes, fills,
/// writes it down in both audit chains, and opens the tenant again. Repeating it heals what a killed run left; no other
/// tenant is touched.
/// </summary>
public sealed class RenewDatabase
{
    private readonly CloseTenant _close;
    private readonly KeepSafetyCopy _keep;
    private readonly TenantDatabases _databases;
    private readonly DatabaseEngine _engine;
    private readonly RenewalScopes _scopes;

    internal RenewDatabase(
        CloseTenant close, KeepSafetyCopy keep, TenantDatabases databases, DatabaseEngine engine,
        RenewalScopes scopes) =>
        (_close, _keep, _databases, _engine, _scopes) = (close, keep, databases, engine, scopes);

    /// <summary>A look at a tenant before anything is done: also at one that a killed run left closed.</summary>
    /// <exception cref="UnknownTenantException">There is no such tenant, or it is being added or removed.</exception>
    public async Task<TenantScope> Look(TenantId id, CancellationToken cancel)
    {
        await using var db = _databases.CreateDbContext();
        var row = await db.Tenants.FindAsync([id.Code], cancel);
        return row?.State is nameof(TenantState.Active) or nameof(TenantState.Restoring)
            ? _scopes.Open(row.ToTenant())
            : throw new UnknownTenantException(id);
    }

    /// <returns>What the copy of the earlier database is called; null when it could not be read.</returns>
    /// <exception cref="UnknownTenantException">There is no such tenant, or it is being added or removed.</exception>
    public async Task<string?> Execute(TenantId id, Renewal renewal, CancellationToken cancel)
    {
        await using var alone = await _engine.BeginMigrating(cancel);
        var closed = await _close.Execute(id, renewal, cancel) ?? throw new UnknownTenantException(id);
        await _scopes.Settle(renewal.Request.Settle, cancel);
        var copy = await _keep.Execute(closed, renewal.Request.Tell, cancel);
        renewal.Request.Tell("database opnieuw maken");
        await _engine.Drop(id, cancel);
        await _engine.ProvisionTenant(closed.NewLogin, cancel);
        await Migrate(closed, renewal.Schema, cancel);
        await using (var scope = _scopes.Open(closed.NewTenant))
        await using (var kept = copy is null ? null : await BackupFile.Open(copy, id, cancel))
            await renewal.Fill(new EmptyDatabase(scope, kept), cancel);
        await Migrate(closed, null, cancel);
        await Finish(closed, renewal, cancel);
        await _close.Reopen(closed, renewal, cancel);
        return _keep.Keep(closed);
    }

    private async Task Migrate(ClosedTenant closed, string? upTo, CancellationToken cancel)
    {
        await using var db = _databases.Open(closed.NewLogin);
        await _engine.MigrateTenant(db, upTo, cancel);
    }

    private async Task Finish(ClosedTenant closed, Renewal renewal, CancellationToken cancel)
    {
        await using var scope = _scopes.Open(closed.NewTenant);
        await using var change = await scope.Get<TenantChanges>().Begin(cancel);
        await change.Db.RaiseVersionAbove(closed.Row.SeenVersion, cancel);
        await _scopes.TakeSteps(scope, change, cancel);
        await _close.LetHeadFollow(change.Db, cancel);
        change.Record(
            new AuditEvent(renewal.Event, $"{renewal.Source}; {closed.OldChain}"), renewal.Request.Actor);
        await change.Commit(cancel);
    }
}

/// <summary>Work on tenants that are closed to everybody else.</summary>
internal sealed class RenewalScopes(TenantScopes scopes, IEnumerable<RenewalStep> steps, TimeProvider time)
{
    private readonly RenewalStep[] _steps = [.. steps.OrderBy(s => s.Capability, StringComparer.Ordinal)];

    public TenantScope Open(Tenant tenant) => scopes.OpenClosed(tenant);

    /// <summary>Waits until every process has seen that the tenant is closed.</summary>
    public Task Settle(TimeSpan settle, CancellationToken cancel) =>
        settle > TimeSpan.Zero ? Task.Delay(settle, time, cancel) : Task.CompletedTask;

    public async Task TakeSteps(TenantScope scope, AuditedChange<TenantDb> change, CancellationToken cancel)
    {
        foreach (var step in _steps)
            await step.Take(scope, change, cancel);
    }
}
