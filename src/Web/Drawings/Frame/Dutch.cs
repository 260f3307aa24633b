namespace Twente.Igw.Web.Drawings;

/// <summary>Numbers as people here write them.</summary>
internal static class Dutch
{
    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary><c>1.234</c>.</summary>
    public static string Count(double number) => number.ToString("N0", Culture);

    /// <summary><c>6,5</c>: a rate or a mean.</summary>
    public static string Rate(double number) => number.ToString("N1", Culture);

    /// <summary><c>0,25</c>, <c>4</c>: a break between classes, without zeroes that say nothing.</summary>
    public static string Break(double number) => number.ToString("#,0.##", Culture);

    /// <summary>As at the start of a sentence.</summary>
    public static string Capital(string words) => char.ToUpper(words[0], Culture) + words[1..];

    public static string Plural(int count, string one, string more) => $"{Count(count)} {(count == 1 ? one : more)}";
}
