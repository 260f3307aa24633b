using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A line of a gemeente's list of key figures: what it counts, from whom, how finely it may come.</summary>
public sealed record KeyFigure
{
    public required KeyFigureCode Code { get; init; }

    public required string Title { get; init; }

    /// <summary><c>personen</c>, <c>%</c> or <c>× € 1.000</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>What belongs together on a screen: <c>bevolking</c>, <c>wonen</c>.</summary>
    public required string Theme { get; init; }

    public required string Source { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>The finest level it may come in; rows of finer levels are refused.</summary>
    public required AreaLevel MinimumLevel { get; init; }

    /// <summary>The shortest period it may come in; rows of shorter ones are refused.</summary>
    public required PeriodKind MinimumPeriod { get; init; }

    /// <summary>Below this, and above zero, the source keeps a value to itself; 0 when it keeps nothing.</summary>
    public required int Threshold { get; init; }

    public required Adding Adding { get; init; }

    /// <summary>Decimals it is delivered and shown with: 0, 1 or 2.</summary>
    public required int Decimals { get; init; }

    public required KeyFigureOrigin Origin { get; init; }

    /// <summary>What columns of CBS with this figure are called.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    public bool IsAdditive => Adding == Adding.Additive;

    /// <summary>Title and unit, as a heading of a column: <c>Inwoners (personen)</c>.</summary>
    public string Heading => $"{Title} ({Unit})";

    /// <summary>Whether a row of this level is too fine for this figure.</summary>
    public bool IsTooFine(AreaLevel level) => level > MinimumLevel;

    /// <summary>Whether a row of this period is too short for this figure.</summary>
    public bool IsTooShort(PeriodKind kind) => kind > MinimumPeriod;

    /// <summary>
    /// Reads <c>code;titel;eenheid;thema;bron;grondslag;niveau;periode;drempel;soort;decimalen;herkomst;kolommen</c>.
    /// </summary>
    /// <exception cref="FormatException">The line has another form, or is about descent.</exception>
    public static KeyFigure Parse(string line)
    {
        if (line.Split(';') is not
            [
                var code, var title, var unit, var theme, var source, var basis, var level, var period, var threshold,
                var adding, var decimals, var origin, var columns,
            ])
            throw new FormatException($"'{line}' is geen regel van een kengetallenlijst: verwacht zijn 13 velden.");
        return new KeyFigure
        {
            Code = KeyFigureCode.Parse(code), Title = Filled(title), Unit = Filled(unit), Theme = Filled(theme),
            Source = Filled(source), LegalBasis = Filled(basis),
            MinimumLevel = OneOf(level, Enum.GetValues<AreaLevel>(), Words.Of),
            MinimumPeriod = OneOf(period, Enum.GetValues<PeriodKind>(), Words.Of),
            Threshold = Number(threshold, 1000), Adding = OneOf(adding, Enum.GetValues<Adding>(), Words.Of),
            Decimals = Number(decimals, 2), Origin = OneOf(origin, Enum.GetValues<KeyFigureOrigin>(), Words.Of),
            Columns = columns.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        }.WithoutDescent();
    }

    private KeyFigure WithoutDescent() =>
        Columns.Prepend(Title).Prepend(Code.Code).FirstOrDefault(Descent.IsAbout) is { } name
            ? throw new FormatException(
                $"Kengetal '{Code}' gaat volgens '{name}' over afkomst of nationaliteit; dat kan hier niet.")
            : this;

    private static string Filled(string text) =>
        text is { Length: > 0 and <= 120 } && !text.Any(char.IsControl)
            ? text
            : throw new FormatException($"'{text}' past niet in een kengetallenlijst: 1 tot 120 leesbare tekens.");

    private static T OneOf<T>(string text, T[] values, Func<T, string> word) where T : struct =>
        values.Cast<T?>().FirstOrDefault(v => word(v!.Value) == text)
        ?? throw new FormatException($"'{text}' kan hier niet; kies uit {string.Join(", ", values.Select(word))}.");

    private static int Number(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new FormatException($"'{text}' kan hier niet; verwacht is een heel getal van 0 tot en met {most}.");
}

/// <summary>Whether values of parts make the value of the whole.</summary>
public enum Adding
{
    /// <summary><c>optelbaar</c>: numbers of people, homes or hectares.</summary>
    Additive,

    /// <summary><c>gemiddelde</c>: means, shares and densities; never summed.</summary>
    Mean,
}

/// <summary>Who brings a key figure in.</summary>
public enum KeyFigureOrigin
{
    /// <summary><c>cbs</c>: published for the whole country, imported once for all gemeenten.</summary>
    Cbs,

    /// <summary><c>gemeente</c>: delivered by the gemeente, under contract <c>gemeente-kerncijfers</c>.</summary>
    Municipality,
}
