using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Api;

/// <summary>How the feeds of a gemeente are doing, as the API gives it.</summary>
internal sealed record FeedList(IReadOnlyList<FeedListItem> Leveringsstand)
{
    public static async Task<IResult> Get(ListFeeds feeds, CancellationToken cancel) =>
        Results.Json(new FeedList([.. (await feeds.Execute(cancel)).Select(FeedListItem.Of)]));
}

/// <summary>One feed; <c>gemist</c> is how many of its expected days passed without a delivery.</summary>
internal sealed record FeedListItem
{
    public required string Leverancier { get; init; }

    public required string Contract { get; init; }

    /// <summary>verwacht, op tijd, te laat, stil, gekrompen, nieuwe codes or zonder vast ritme.</summary>
    public required string Stand { get; init; }

    public required int Gemist { get; init; }

    public required DateTime? LaatstGeaccepteerd { get; init; }

    public required string? NieuwsteWeek { get; init; }

    public required IReadOnlyList<string> NieuweCodes { get; init; }

    public required int Aangehouden { get; init; }

    public required bool Bevestigd { get; init; }

    /// <summary>Empty when there is nothing to do.</summary>
    public required string Advies { get; init; }

    public static FeedListItem Of(FeedHealth feed) => new()
    {
        Leverancier = feed.Supplier, Contract = feed.Contract, Stand = FeedWords.Of(feed.State), Gemist = feed.Missed,
        LaatstGeaccepteerd = feed.LastAccepted, NieuwsteWeek = feed.Stand?.ToString(), NieuweCodes = feed.NewCodes,
        Aangehouden = feed.Held, Bevestigd = feed.IsConfirmed, Advies = FeedWords.Advice(feed),
    };
}
