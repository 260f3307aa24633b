using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Asks every opened connection who it is and closes it when that is not the owner of the context that opened it.
/// One instance for all contexts: EF throws when interceptors multiply its internal service providers.
/// </summary>
internal sealed class GuardConnection(DatabaseEngine engine) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Check(connection, eventData);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Check(connection, eventData);
        return Task.CompletedTask;
    }

    private void Check(DbConnection connection, ConnectionEndEventData opened)
    {
        try
        {
            engine.Prepare(connection);
            switch (opened.Context)
            {
                case TenantDb tenant when engine.PrincipalOf(connection) != engine.PrincipalFor(tenant.Login):
                    throw new TenantCrossingException(tenant.Owner.Code);
                case CatalogueDb when engine.PrincipalOf(connection) != engine.CataloguePrincipal:
                    throw new TenantCrossingException("de catalogus");
            }
        }
        catch
        {
            connection.Close();
            throw;
        }
    }
}

/// <summary>A connection turned out to belong to somebody else. Names only who asked.</summary>
public sealed class TenantCrossingException(string asked)
    : InvalidOperationException($"A connection opened for {asked} does not belong to {asked}; it was closed.");
