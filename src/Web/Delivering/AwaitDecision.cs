using System.Runtime.CompilerServices;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Delivering;

/// <summary>How far a file is that was just delivered, and where its supplier finds it.</summary>
/// <param name="FileName">Its name as delivered.</param>
/// <param name="Address">Below the list of deliveries: <c>gm0153/12</c>; null while it waits for its turn.</param>
/// <param name="IsRepeat">It was delivered before.</param>
/// <param name="IsLost">It was gone before it could be taken; nothing will come of it.</param>
internal sealed record Progress(string FileName, string? Address, bool IsRepeat, bool IsLost)
{
    public bool IsOver => Address is not null || IsLost;

    /// <summary>Of the page that tells what became of it.</summary>
    public string Page => $"/leveringen/{Address}{(IsRepeat ? "?herhaling=ja" : "")}";
}

/// <summary>Looks how far a file is, and waits a little when that helps.</summary>
internal sealed class AwaitDecision(ShowOwnDelivery own, ShowOwnDistrictFile district, TimeProvider time)
{
    /// <summary>A weekly file is decided within it; who delivers then goes straight to the receipt.</summary>
    public static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>How often a page that follows a file is told how far it is: no oftener costs anything.</summary>
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(1);

    /// <summary>A stream ends after it; a browser that still shows the page asks for another.</summary>
    private static readonly TimeSpan LongestStream = TimeSpan.FromMinutes(1);

    /// <returns>Null when it is not the supplier's, or not there.</returns>
    public async Task<Progress?> Look(SupplierReach reach, string place, long number, CancellationToken cancel)
    {
        if (place == DeliveryPlaces.District)
            return await district.Execute(reach, number, cancel) is { } file
                ? new Progress(
                    file.FileName,
                    file.State is DistrictState.Split or DistrictState.Refused ? $"{place}/{number}" : null, false,
                    file.State == DistrictState.Lost)
                : null;
        return await own.Follow(reach, place, number, cancel) is { } arrival
            ? new Progress(
                arrival.FileName, arrival.Delivery is { } delivery ? $"{place}/{delivery}" : null, arrival.IsRepeat,
                arrival.IsLost)
            : null;
    }

    /// <summary>The same, once it is decided or this time has passed.</summary>
    public async Task<Progress?> Execute(
        SupplierReach reach, string place, long number, TimeSpan patience, CancellationToken cancel)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            var progress = await Look(reach, place, number, cancel);
            if (progress is not { IsOver: false } || time.GetElapsedTime(since) >= patience)
                return progress;
            await Task.Delay(Between, time, cancel);
        }
    }
    /// <summary>How far it is, each second until it is decided, or for a minute.</summary>
    public async IAsyncEnumerable<Progress?> Follow(
        SupplierReach reach, string place, long number, [EnumeratorCancellation] CancellationToken cancel)
    {
        var since = time.GetTimestamp();
        while (time.GetElapsedTime(since) < LongestStream)
        {
            var progress = await Look(reach, place, number, cancel);
            yield return progress;
            if (progress is not { IsOver: false })
                yield break;
            await Task.Delay(BetweenNews, time, cancel);
        }
    }
}
