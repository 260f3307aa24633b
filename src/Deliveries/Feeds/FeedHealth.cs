using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>How the feed of one agreement is doing; holds no figures.</summary>
public sealed record FeedHealth
{
    public required Guid Agreement { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    public required bool IsConfirmed { get; init; }

    public required FeedState State { get; init; }

    /// <summary>How many of its days passed without a delivery.</summary>
    public required int Missed { get; init; }

    /// <summary>When the newest accepted delivery came in, UTC; null while there is none.</summary>
    public required DateTime? LastAccepted { get; init; }

    /// <summary>The newest week that counts; null while none does.</summary>
    public required IsoWeek? Stand { get; init; }

    /// <summary>Codes of the newest delivery that this feed never held before.</summary>
    public required IReadOnlyList<string> NewCodes { get; init; }

    /// <summary>Deliveries that wait for a person.</summary>
    public required int Held { get; init; }

    /// <summary>Whether the newest delivery of all was refused.</summary>
    public required bool NewestRefused { get; init; }
}

/// <summary>The words people see for how a feed is doing.</summary>
public static class FeedWords
{
    public static string Of(FeedState state) => state switch
    {
        FeedState.Expected => "verwacht",
        FeedState.OnTime => "op tijd",
        FeedState.Late => "te laat",
        FeedState.Silent => "stil",
        FeedState.Shrunk => "gekrompen",
        FeedState.NewCodes => "nieuwe codes",
        FeedState.Unscheduled => "zonder vast ritme",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "A feed has no such state."),
    };

    /// <summary>The state with how long it is silent.</summary>
    public static string Of(FeedHealth feed) =>
        feed.State == FeedState.Silent ? $"stil, {feed.Missed} weken" : Of(feed.State);

    /// <summary>What somebody of the gemeente does next; empty when there is nothing to do.</summary>
    public static string Advice(FeedHealth feed) => feed switch
    {
        { Held: 1 } => "Beoordeel de aangehouden levering.",
        { Held: > 1 } => $"Beoordeel de {feed.Held} aangehouden leveringen.",
        { NewestRefused: true } => "De nieuwste levering is geweigerd. Stuur de leverancier de bevindingen.",
        { State: FeedState.Late } => "Vraag de leverancier of de levering nog komt.",
        { State: FeedState.Silent } => "Bel de leverancier: er komt niets meer binnen.",
        { State: FeedState.Shrunk } => "Vraag de leverancier of de levering volledig is.",
        { State: FeedState.NewCodes } => "Kijk of de nieuwe codes bij de juiste groep horen: " +
            $"{string.Join(", ", feed.NewCodes.Take(8))}{(feed.NewCodes.Count > 8 ? " …" : "")}.",
        { IsConfirmed: false } => "Bevestig de afspraak.",
        _ => "",
    };
}
