using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>Looks at each gemeente for the operator; one gemeente's trouble leaves the others to be seen.</summary>
internal sealed class ReadTenants(ListTenants list, ITenantScopes scopes, DatabaseEngine engine)
{
    public DatabaseEngine Engine => engine;

    public async Task<IReadOnlyList<OperatorRow>> Execute(CancellationToken cancel)
    {
        var rows = new List<OperatorRow>();
        foreach (var tenant in await list.Execute(cancel))
            rows.Add(await Look(tenant, cancel));
        return rows;
    }

    private async Task<OperatorRow> Look(Tenant tenant, CancellationToken cancel)
    {
        var row = new OperatorRow(tenant, tenant.IsOlderThan(engine.TenantSchema));
        try
        {
            await using var scope = await scopes.Open(tenant.Id, cancel);
            var waiting = await scope.Get<ListDeliveries>().Waiting(cancel);
            return row with
            {
                Feeds = await scope.Get<ListFeeds>().Execute(cancel),
                Unsent = await scope.Get<ListContacts>().Unsent(cancel),
                Waiting = waiting.Count,
                Unscanned = waiting.Min(f => f.UnscannedSince),
                Version = await scope.Get<TenantDb>().ReadVersion(cancel),
            };
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble()
            || failure is UnknownTenantException or TenantOutdatedException)
        {
            return row;
        }
    }
}

/// <summary>A gemeente on the operator's pages; holds no figures.</summary>
/// <param name="Tenant">Which.</param>
/// <param name="IsOlder">Her database waits for a migration.</param>
internal sealed record OperatorRow(Tenant Tenant, bool IsOlder)
{
    public string Name => $"{Tenant.Id} {Tenant.Name}";

    /// <summary>Null when her data cannot be reached.</summary>
    public IReadOnlyList<FeedHealth>? Feeds { get; init; }

    /// <summary>Mails that wait to be sent.</summary>
    public int Unsent { get; init; }

    /// <summary>Files that came in and wait for their turn.</summary>
    public int Waiting { get; init; }

    /// <summary>Since when a file waits for a look for harmful software; null when none does.</summary>
    public DateTime? Unscanned { get; init; }

    public long Version { get; init; }

    public DateTime? LastAccepted => Feeds?.Max(f => f.LastAccepted);

    public string State => Tenant.State switch
    {
        TenantState.Adding => "wordt toegevoegd",
        TenantState.Restoring => "wordt teruggezet",
        TenantState.Removing => "wordt verwijderd",
        _ when IsOlder => "wacht op igw migrate",
        _ => Feeds is null ? "niet bereikbaar" : "open",
    };
}
