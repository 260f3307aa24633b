using System.Data.Common;
using Microsoft.EntityFrameworkCore;
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
            Verify(connection, opened.Context);
        }
        catch (DbException)
        {
            // A pool may hand out what a restarted server closed long ago: once more, on a fresh connection.
            Discard(connection);
            connection.Open();
            Verify(connection, opened.Context);
        }
    }

    private void Verify(DbConnection connection, DbContext? context)
    {
        try
        {
            engine.Prepare(connection);
            switch (context)
            {
                case TenantDb tenant when !engine.Belongs(connection, tenant.Login):
                    throw new TenantCrossingException(tenant.Owner.Code);
                case IPlatformDb platform when engine.PrincipalOf(connection) != engine.PrincipalFor(platform.Part):
                    throw new TenantCrossingException($"{platform.Part}");
            }
        }
        catch
        {
            Discard(connection);
            throw;
        }
    }

    /// <summary>Closes it, and keeps the pool from handing it out again.</summary>
    private void Discard(DbConnection connection)
    {
        connection.Close();
        engine.ForgetIdle(connection);
    }
}

/// <summary>A connection turned out to belong to somebody else. Names only who asked.</summary>
public sealed class TenantCrossingException(string asked)
    : InvalidOperationException($"A connection opened for {asked} does not belong to {asked}; it was closed.");
