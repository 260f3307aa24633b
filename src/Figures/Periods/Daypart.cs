namespace Twente.Igw.Figures;

/// <summary>Part of the day in local time.</summary>
public enum Daypart
{
    /// <summary>Not known, or known only as a span that crosses dayparts.</summary>
    Unknown,

    /// <summary>Nacht, 0 to 6 hours.</summary>
    Night,

    /// <summary>Ochtend, 6 to 12 hours.</summary>
    Morning,

    /// <summary>Middag, 12 to 18 hours.</summary>
    Afternoon,

    /// <summary>Avond, 18 to 24 hours.</summary>
    Evening,
}
