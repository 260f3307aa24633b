using NodaTime;

namespace Twente.Igw.Figures;

/// <summary>
/// The product's own categories: the 58 offence classes of the police open data, the incident codes that gemeenten
/// begin with, and the groups that the themes of the first screen are made of.
/// </summary>
public static class DefaultCategories
{
    /// <summary>Everything that is a crime.</summary>
    public static readonly CategoryCode Offences = CategoryCode.Parse("misdrijven");

    /// <summary>Nuisance and incidents; tree and group in one; a tenant can make groups below it.</summary>
    public static readonly CategoryCode Nuisance = CategoryCode.Parse("overlast");

    /// <summary>The control total over both trees, for reconciliation only.</summary>
    public static readonly CategoryCode Total = CategoryCode.Parse("totaal");

    /// <summary>The groups that the first screen and the addresses of pages count on, in their order.</summary>
    internal static readonly IReadOnlyList<(string Code, string Title)> Groups =
    [
        ("vermogen", "Vermogensdelicten"), ("geweld", "Geweldsdelicten"),
        ("vernieling", "Vernieling en openbare orde"), ("ondermijning", "Ondermijning"), ("verkeer", "Verkeer"),
        ("overig", "Overig"), ("overlast", "Overlast"),
    ];

    /// <summary>Dated events after which a category's figures do not compare with those before.</summary>
    public static readonly IReadOnlyList<KnownBreak> Breaks =
    [
        new(["1.4.1"], new LocalDate(2024, 7, 1), null,
            "Wet seksuele misdrijven: sinds 1 juli 2024 is meer strafbaar."),
        new(["3.9.1", "3.9.2", "3.9.3"], new LocalDate(2016, 1, 1), null,
            "Fraude wordt sinds 2016 anders geregistreerd."),
        new([], new LocalDate(2020, 3, 15), new LocalDate(2022, 3, 15),
            "Coronamaatregelen van 15 maart 2020 tot en met 15 maart 2022."),
    ];

    /// <summary>The default mapping, a line for each class.</summary>
    internal static IReadOnlyList<CategoryClass> Classes { get; } = [.. Read()];

    /// <summary>The default mapping as a tree.</summary>
    public static CategoryTree Tree { get; } = new(Classes, Groups, Breaks);

    private static IEnumerable<CategoryClass> Read()
    {
        using var table = typeof(DefaultCategories).Assembly.GetManifestResourceStream("categories.csv")!;
        using var lines = new StreamReader(table);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
            yield return CategoryClass.Parse(line);
    }
}
