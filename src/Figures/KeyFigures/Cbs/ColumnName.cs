namespace Twente.Igw.Figures;

/// <summary>
/// The name of a column of CBS, without what drifts. StatLine numbers its columns anew each year
/// (<c>AantalInwoners_5</c>, <c>AantalInwoners_6</c>), its tables for people write the title with its path and unit
/// (<c>Bevolking/Aantal inwoners (aantal)</c>), and the wijk- en buurtkaart changes case and underscores.
/// </summary>
internal static class ColumnName
{
    /// <summary>The stem: two columns with the same one are the same column of different years.</summary>
    public static string StemOf(string name)
    {
        var title = name.Trim();
        title = title[(title.LastIndexOf('/') + 1)..];
        if (title.EndsWith(')') && title.LastIndexOf('(') is > 0 and var unit)
            title = title[..unit];
        title = title.TrimEnd();
        var number = title.LastIndexOf('_');
        if (number > 0 && number < title.Length - 1 && title.AsSpan(number + 1).IndexOfAnyExceptInRange('0', '9') < 0)
            title = title[..number];
        return string.Concat(title.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }
}
