namespace Twente.Igw.Deliveries;

/// <summary>The columns whose values do not depend on the tenant; -1 is "not a value".</summary>
internal static class PolitieWeekField
{
    public const int MaxCountDigits = 4;

    /// <summary>1 to 7, or 0 for an empty field.</summary>
    public static int Weekday(ReadOnlySpan<byte> field) => field switch
    {
        [] => 0,
        [>= (byte)'1' and <= (byte)'7' and var day] => day - '0',
        _ => -1,
    };

    /// <summary>A <see cref="Figures.Daypart"/> as a number; 0 for an empty field.</summary>
    public static int Daypart(ReadOnlySpan<byte> field)
    {
        if (field.IsEmpty)
            return (int)Figures.Daypart.Unknown;
        if (field.SequenceEqual("nacht"u8))
            return (int)Figures.Daypart.Night;
        if (field.SequenceEqual("ochtend"u8))
            return (int)Figures.Daypart.Morning;
        if (field.SequenceEqual("middag"u8))
            return (int)Figures.Daypart.Afternoon;
        return field.SequenceEqual("avond"u8) ? (int)Figures.Daypart.Evening : -1;
    }

    /// <summary>Weekday and daypart as one number.</summary>
    public static int Moment(ReadOnlySpan<byte> weekday, ReadOnlySpan<byte> daypart)
    {
        var (day, part) = (Weekday(weekday), Daypart(daypart));
        return (day | part) < 0 ? -1 : PolitieWeekRow.MomentOf(day, part);
    }

    /// <summary>0 to 9999 in one to four digits.</summary>
    public static int Count(ReadOnlySpan<byte> field)
    {
        if (field.Length is 0 or > MaxCountDigits)
            return -1;
        var count = 0;
        foreach (var digit in field)
        {
            if (!char.IsAsciiDigit((char)digit))
                return -1;
            count = (count * 10) + (digit - '0');
        }

        return count;
    }
}
