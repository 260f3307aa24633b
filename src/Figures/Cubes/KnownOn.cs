using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>"As known on": a data version, or the end of a day in the Netherlands.</summary>
public readonly record struct KnownOn
{
    private static readonly DateTimeZone Netherlands = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private KnownOn(long? version, DateTime? moment) => (Version, Moment) = (version, moment);

    internal long? Version { get; }

    /// <summary>UTC.</summary>
    internal DateTime? Moment { get; }

    public static KnownOn AtVersion(long version) => new(version, null);

    /// <param name="moment">A moment in UTC.</param>
    public static KnownOn At(DateTime moment) => new(null, moment);

    /// <summary>
    /// Everything received up to this moment on Dutch clocks. An hour that came twice is taken the first time, one that
    /// was skipped as the clock was then set.
    /// </summary>
    public static KnownOn At(LocalDateTime moment) =>
        At(Netherlands.AtLeniently(moment).ToInstant().ToDateTimeUtc());

    /// <summary>Everything received up to and including this day.</summary>
    public static KnownOn EndOf(LocalDate day) =>
        At(Netherlands.AtStartOfDay(day.PlusDays(1)).ToInstant().Minus(Duration.FromTicks(1)).ToDateTimeUtc());

    internal long VersionIn(WeekHistory history) => Version ?? history.VersionAt(Moment!.Value);
}
