using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Keeps the tenants' connections of this process, open and idle together, within a fixed number. Each tenant has a
/// pool of its own, so a process that has served many tenants would otherwise keep idle connections to all of them;
/// before one more is opened, the pool that was longest unused gives up its idle ones.
/// </summary>
internal sealed class KeepWithinBudget(DatabaseEngine engine) : DbConnectionInterceptor, IDisposable
{
    /// <summary>Of the 40 connections of a process; the platform's models and the job storage take the rest.</summary>
    public const int Budget = 22;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Lock _gate = new();
    private readonly Dictionary<TenantLogin, Pool> _pools = [];
    private readonly ConditionalWeakTable<DbConnection, Lease> _leases = [];
    private readonly SemaphoreSlim _open = new(Budget, Budget);
    private long _clock;

    /// <summary>The most connections that can be open to tenants' databases now.</summary>
    public int Open
    {
        get
        {
            lock (_gate)
                return _pools.Values.Sum(p => p.Peak);
        }
    }

    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        if (eventData.Context is not TenantDb tenant)
            return result;
        if (!_open.Wait(Patience))
            throw new DatabaseBusyException();
        Admit(connection, tenant.Login);
        return result;
    }

    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default)
    {
        if (eventData.Context is not TenantDb tenant)
            return result;
        if (!await _open.WaitAsync(Patience, cancellationToken))
            throw new DatabaseBusyException();
        Admit(connection, tenant.Login);
        return result;
    }

    public override void ConnectionFailed(DbConnection connection, ConnectionErrorEventData eventData) =>
        Return(connection);

    public override Task ConnectionFailedAsync(
        DbConnection connection, ConnectionErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Return(connection);
        return Task.CompletedTask;
    }

    public override void ConnectionCanceled(DbConnection connection, ConnectionEndEventData eventData) =>
        Return(connection);

    public override Task ConnectionCanceledAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Return(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _open.Dispose();

    private void Admit(DbConnection connection, TenantLogin login)
    {
        DbConnection[] surplus;
        lock (_gate)
        {
            if (!_pools.TryGetValue(login, out var pool))
                _pools.Add(login, pool = new Pool());
            pool.InUse++;
            pool.LastUsed = ++_clock;
            pool.Any = connection;
            pool.Peak = Math.Max(pool.Peak, pool.InUse);
            _leases.GetValue(connection, Watch).Pool = pool;
            surplus = [.. Surplus()];
        }
        foreach (var idle in surplus)
            engine.ForgetIdle(idle);
    }

    /// <summary>
    /// A connection of each pool that must give up its idle ones. The most that can be open in a pool is the most that
    /// was ever in use at once since it last gave them up.
    /// </summary>
    private IEnumerable<DbConnection> Surplus()
    {
        var open = _pools.Values.Sum(p => p.Peak);
        foreach (var (login, pool) in _pools.OrderBy(p => p.Value.LastUsed).ToList())
        {
            if (open <= Budget)
                yield break;
            if (pool.Peak == pool.InUse)
                continue;
            open -= pool.Peak - pool.InUse;
            pool.Peak = pool.InUse;
            if (pool.InUse == 0)
                _pools.Remove(login);
            yield return pool.Any!;
        }
    }

    private Lease Watch(DbConnection connection)
    {
        // The connection itself says that it closed, whoever closed it.
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Closed)
                Return(connection);
        };
        return new Lease();
    }

    private void Return(DbConnection connection)
    {
        lock (_gate)
        {
            if (!_leases.TryGetValue(connection, out var lease) || lease.Pool is not { } pool)
                return;
            lease.Pool = null;
            pool.InUse--;
        }
        _open.Release();
    }

    private sealed class Pool
    {
        public int InUse { get; set; }

        public int Peak { get; set; }

        public long LastUsed { get; set; }

        public DbConnection? Any { get; set; }
    }

    private sealed class Lease
    {
        public Pool? Pool { get; set; }
    }
}

/// <summary>No connection came free in time; nothing was done.</summary>
public sealed class DatabaseBusyException()
    : InvalidOperationException(
        "De database is te druk: er kwam niet op tijd een verbinding vrij. Probeer het opnieuw.");
