namespace Twente.Igw.Deliveries;

/// <summary>
/// The keys a file has stated so far: one bit for each area, category and moment, in a map per week that has rows.
/// </summary>
internal sealed class SeenKeys(int weeks, int areas, int categories)
{
    private readonly ulong[]?[] _weeks = new ulong[]?[weeks];
    private readonly int _words = (int)(((long)areas * categories * PolitieWeekRow.Moments + 63) / 64);

    /// <summary>False when the file stated this key before.</summary>
    public bool Add(in PolitieWeekRow row)
    {
        var week = _weeks[row.Week] ??= new ulong[_words];
        var key = ((((long)row.Area * categories) + row.Category) * PolitieWeekRow.Moments) + row.Moment;
        ref var word = ref week[key / 64];
        var bit = 1UL << (int)(key % 64);
        var isNew = (word & bit) == 0;
        word |= bit;
        return isNew;
    }
}
