using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Changes the secret a gemeente's database is opened with while the site goes on: the other of two logins gets the
/// new secret, every process takes it into use within seconds, and only then the old one is retired.
/// </summary>
public sealed class RotateSecret
{
    private readonly CatalogueChanges _changes;
    private readonly DatabaseEngine _engine;
    private readonly TimeProvider _time;

    internal RotateSecret(CatalogueChanges changes, DatabaseEngine engine, TimeProvider time) =>
        (_changes, _engine, _time) = (changes, engine, time);

    /// <param name="tenant">Whose secret.</param>
    /// <param name="overlap">How long both logins work; longer than a process takes to see the catalogue.</param>
    /// <param name="actor">Who asked for it.</param>
    /// <param name="cancel">Before the overlap has passed: the old login stays until the next rotation.</param>
    public async Task<Outcome> Execute(TenantId tenant, TimeSpan overlap, Actor actor, CancellationToken cancel)
    {
        if (!_engine.HasSecrets)
            return new Outcome.NoSecret(_engine.Name);
        await using var alone = await _engine.BeginMigrating(cancel);
        if (await Find(tenant, cancel) is not { } old)
            return new Outcome.UnknownTenant();
        await _engine.ProvisionTenant(old.Next, cancel);
        await TakeIntoUse(old.Next, actor, cancel);
        await Task.Delay(overlap, _time, cancel);
        await _engine.RetireLogin(old, cancel);
        return new Outcome.Rotated(old.Next.Generation);
    }

    private async Task<TenantLogin?> Find(TenantId tenant, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var row = await change.Db.Tenants.AsNoTracking().SingleOrDefaultAsync(
            t => t.Id == tenant.Code && t.State == nameof(TenantState.Active), cancel);
        return row?.Login;
    }

    private async Task TakeIntoUse(TenantLogin login, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var row = await change.Db.Tenants.SingleAsync(t => t.Id == login.Tenant.Code, cancel);
        row.SecretGeneration = login.Generation;
        await change.Db.RaiseVersion(cancel);
        change.Record(new AuditEvent("tenant.secret-rotated", login.Tenant.Code), actor);
        await change.Commit(cancel);
    }

    /// <summary>What changing a secret can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The new login is in use, the old one retired.</summary>
        public sealed record Rotated(int Generation) : Outcome;

        /// <summary>This engine has no secret per tenant.</summary>
        public sealed record NoSecret(string Engine) : Outcome;

        /// <summary>There is no such active tenant.</summary>
        public sealed record UnknownTenant : Outcome;
    }
}
