using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// When the newest accepted delivery came in, remembered with the figures it belongs to: the date stands on every page,
/// and must stand there too while the database is away.
/// </summary>
internal sealed class NewestDelivery(ListDeliveries deliveries, CubeStore cubes, TenantCache cache)
{
    private readonly Memory _memory = cache.GetOrAdd(() => new Memory());

    /// <returns>UTC; null when nothing was accepted.</returns>
    public async Task<DateTime?> ReceivedAt(CancellationToken cancel)
    {
        var version = (await cubes.Current(cancel)).Stamp.Version;
        if (_memory.Known is { } known && known.Version == version)
            return known.At;
        try
        {
            var lines = await deliveries.Execute(cancel);
            var at = lines.FirstOrDefault(d => d.State == DeliveryState.Accepted)?.ReceivedAt;
            _memory.Known = new Remembered(version, at);
            return at;
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble() && _memory.Known is not null)
        {
            return _memory.Known.At;
        }
    }

    private sealed record Remembered(long Version, DateTime? At);

    private sealed class Memory
    {
        public volatile Remembered? Known;
    }
}
