namespace Twente.Igw.Figures;

/// <summary>A line of the category table: one class, where it hangs and what it is.</summary>
internal sealed record CategoryClass(
    CategoryCode Code, string Title, CategoryCode Tree, CategoryCode Group, CategoryOrigin Origin, bool Sensitive,
    Denominator Denominator, string Codes)
{
    /// <summary>How coarse it is shown when it is sensitive; the strictest unless the tenant says otherwise.</summary>
    public Sensitivity? Sensitivity { get; init; } = Sensitive ? Figures.Sensitivity.Strictest : null;

    /// <summary>From this day on nothing is counted under it; null while it is open.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>Reads <c>code;titel;boom;groep;aard;gevoelig;noemer;bvh</c>.</summary>
    /// <exception cref="FormatException">The line has another form.</exception>
    public static CategoryClass Parse(string line) => line.Split(';') switch
    {
        [var code, var title, var tree, var group, var origin, var sensitive, var denominator, var codes] => new(
            CategoryCode.Parse(code), title, CategoryCode.Parse(tree), CategoryCode.Parse(group),
            origin == "haal" ? CategoryOrigin.Found : CategoryOrigin.Reported, sensitive == "ja",
            DenominatorOf(denominator), codes),
        _ => throw new FormatException($"'{line}' is no line of the category table: eight fields are expected."),
    };

    private static Denominator DenominatorOf(string word) => word switch
    {
        "geen" => Denominator.None,
        "inwoners" => Denominator.Inhabitants,
        "woningen" => Denominator.Homes,
        _ => throw new FormatException($"'{word}' is no denominator: geen, inwoners or woningen."),
    };
}
