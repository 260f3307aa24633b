using NodaTime;
using NodaTime.Extensions;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>Everything a demo is made of; the same for the same seed and last week.</summary>
internal sealed class Story
{
    /// <summary>The seed of every demo that is made; another one is another Twente.</summary>
    public const int UsualSeed = 2025;

    /// <param name="seed">Of all chance.</param>
    /// <param name="last">The last week that was complete when the demo was made; it may go on after it.</param>
    public Story(int seed, IsoWeek last)
    {
        (Seed, Last) = (seed, last);
        Land = InventTwente.Execute(seed);
        Surprises = Demo.Surprises.In(Land, last);
    }

    public int Seed { get; }

    public IsoWeek Last { get; }

    public IReadOnlyList<Territory> Land { get; }

    public IReadOnlyList<Surprise> Surprises { get; }

    /// <summary>The last week that had been delivered by this moment, by the clock in the Netherlands.</summary>
    public static IsoWeek LastComplete(DateTimeOffset now)
    {
        var there = now.ToInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).LocalDateTime;
        // On Monday nothing has come before the hour at which it comes.
        return IsoWeek.Of(there.PlusTicks(-DeliveryPlan.Hour.TickOfDay).Date).Plus(-1);
    }
}
