using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>What a supplier reads of its own feeds and deliveries, in plain Dutch.</summary>
internal static class SupplierWords
{
    private static readonly string[] Weekdays =
        ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    public static string ExpectedOn(ReachedAgreement agreement) =>
        ContractName.CountsAs(agreement.Contract) == ContractName.PolitieWeek
            ? $"elke {Weekdays[agreement.ExpectedWeekday - 1]}" : "zonder vaste dag";

    /// <summary>What the supplier does next.</summary>
    public static string Advice(FeedHealth feed) => feed switch
    {
        { NewestRefused: true } => "Uw laatste levering is geweigerd. Verbeter het bestand en lever het opnieuw aan.",
        { Held: > 0 } => "Uw laatste levering wacht op een oordeel van de gemeente. U hoeft niets te doen.",
        { State: FeedState.Expected } => "Lever het bestand van deze week aan.",
        { State: FeedState.Late } => "De levering van deze week is nog niet binnen. Lever haar alsnog aan.",
        { State: FeedState.Silent } =>
            $"Er kwam {feed.Missed} weken niets binnen. Lever aan, of bel uw contactpersoon bij de gemeente.",
        { State: FeedState.Shrunk } =>
            "Uw laatste levering was veel kleiner dan gewoonlijk. Kijk na of zij volledig is.",
        { State: FeedState.NewCodes } => "Uw laatste levering had nieuwe codes. De gemeente kijkt ze na.",
        _ => "U hoeft niets te doen.",
    };

    /// <summary>Whether something is still to come from the supplier.</summary>
    public static bool IsToDo(FeedHealth? feed) => feed is { NewestRefused: true }
        or { Held: 0, State: FeedState.Expected or FeedState.Late or FeedState.Silent };

    public static string Outcome(DeliveryState state) => state switch
    {
        DeliveryState.Received => "Uw levering is ontvangen en wacht op haar beurt.",
        DeliveryState.Accepted => "Uw levering is ontvangen en geaccepteerd. Alle rijen tellen mee. U bent klaar.",
        DeliveryState.Held =>
            "Uw levering is ontvangen. Zij wijkt sterk af van wat u gewoonlijk levert; daarom kijkt de gemeente "
            + "ernaar voordat zij meetelt. U hoeft niets te doen.",
        DeliveryState.Refused =>
            "Uw levering is ontvangen en geweigerd: geen enkele rij telt mee. Kijk bij de bevindingen wat u verbetert, "
            + "en lever het bestand opnieuw aan.",
        DeliveryState.Withdrawn => "Deze levering is ingetrokken. Wat ervoor gold, geldt weer.",
        _ => "Deze levering is vernietigd omdat de bewaartermijn voorbij is. Het bewijs blijft.",
    };

    public static string Moment(DateTime utc) => DutchClock.Of(utc).ToString("dd-MM-yyyy HH:mm", Dutch.Culture);

    public static string Difference(long? old, long now) =>
        old is { } was ? (now - was).ToString("+#,0;−#,0;0", Dutch.Culture) : "";

    public static string Size(long bytes) => bytes < 1024
        ? $"{bytes} bytes" : $"{Dutch.Rate(bytes / 1024.0)} kB";
}
