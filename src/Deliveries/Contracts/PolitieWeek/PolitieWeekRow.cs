using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>A row that is right, in 10 bytes: a file of the largest size holds more than two million.</summary>
/// <param name="Week">Weeks since the first week of the file name.</param>
/// <param name="Area">Position among the areas of its boundary year.</param>
/// <param name="Category">Position among the categories.</param>
/// <param name="Count">0 to 9999.</param>
/// <param name="Year">Position among the boundary years.</param>
/// <param name="Moment">Weekday × 5 + daypart; 0 of either is "not known".</param>
internal readonly record struct PolitieWeekRow(
    ushort Week, ushort Area, ushort Category, ushort Count, byte Year, byte Moment)
{
    /// <summary>Eight weekdays by five dayparts, "not known" included.</summary>
    public const int Moments = 8 * Dayparts;

    private const int Dayparts = 5;

    public int Weekday => Moment / Dayparts;

    public Daypart Daypart => (Daypart)(Moment % Dayparts);

    public static int MomentOf(int weekday, int daypart) => (weekday * Dayparts) + daypart;
}
