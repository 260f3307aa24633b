using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>What is expected of a supplier now, one line for each agreement in its reach.</summary>
public sealed class ListExpected(ITenantScopes scopes)
{
    public async Task<IReadOnlyList<ExpectedDelivery>> Execute(SupplierReach reach, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(reach);
        var lines = new List<ExpectedDelivery>();
        foreach (var there in reach.Agreements.GroupBy(a => a.Tenant))
        {
            var feeds = await FeedsAt(there.Key, cancel);
            lines.AddRange(there.Select(a => new ExpectedDelivery(a, feeds?.GetValueOrDefault(a.Id))));
        }
        return lines;
    }

    /// <summary>Null when her data cannot be reached now: the others are still to be seen.</summary>
    private async Task<Dictionary<Guid, FeedHealth>?> FeedsAt(TenantId tenant, CancellationToken cancel)
    {
        try
        {
            await using var scope = await scopes.Open(tenant, cancel);
            return (await scope.Get<ListFeeds>().Execute(cancel)).ToDictionary(f => f.Agreement);
        }
        catch (Exception failure) when (
            failure.IsDatabaseTrouble() || failure is UnknownTenantException or TenantOutdatedException)
        {
            return null;
        }
    }
}

/// <summary>What is expected under an agreement, and how that goes.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Feed">Null when the gemeente's data cannot be reached now.</param>
public sealed record ExpectedDelivery(ReachedAgreement Agreement, FeedHealth? Feed);
