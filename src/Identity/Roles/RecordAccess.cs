using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Puts on the record what happens to access: in the chain of the gemeente it is at, otherwise in the platform's. When
/// that fails nothing else is done.
/// </summary>
internal sealed class RecordAccess(ITenantScopes tenants, CatalogueChanges platform)
{
    /// <param name="at">Code of a gemeente; anything else is the platform.</param>
    /// <param name="what">What happened.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task Execute(string at, AuditEvent what, Actor actor, CancellationToken cancel)
    {
        if (TenantId.TryParse(at, out var tenant))
        {
            await using var scope = await tenants.Open(tenant, cancel);
            await using var change = await scope.Get<TenantChanges>().Begin(cancel);
            change.Record(what, actor);
            await change.Commit(cancel);
            return;
        }
        await using var platformChange = await platform.Begin(cancel);
        platformChange.Record(what, actor);
        await platformChange.Commit(cancel);
    }
}
