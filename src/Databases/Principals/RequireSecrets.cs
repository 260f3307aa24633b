using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Databases;

/// <summary>
/// Refuses to start with a secret that is missing or is none, of any gemeente: not only once she is asked for.
/// </summary>
public sealed class RequireSecrets
{
    private readonly DatabaseEngine _engine;
    private readonly IDbContextFactory<CatalogueDb> _catalogues;
    private readonly PrincipalNames _names;
    private readonly PrincipalSecrets _secrets;

    internal RequireSecrets(
        DatabaseEngine engine, IDbContextFactory<CatalogueDb> catalogues, PrincipalNames names,
        PrincipalSecrets secrets) =>
        (_engine, _catalogues, _names, _secrets) = (engine, catalogues, names, secrets);

    /// <exception cref="SecretRefusedException">There is none, or it is no secret.</exception>
    public async Task Execute(CancellationToken cancel)
    {
        if (!_engine.HasSecrets)
            return;
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var tenants = await db.Tenants.AsNoTracking()
            .Where(t => t.State == nameof(TenantState.Active)).OrderBy(t => t.Id).ToListAsync(cancel);
        foreach (var tenant in tenants)
            _secrets.Of(_names.Login(tenant.Login));
    }
}
