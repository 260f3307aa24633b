using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Pages;

/// <summary>What stands in the forms of the categories page.</summary>
internal sealed record CategoryForm
{
    /// <summary>What the buttons of the page can ask.</summary>
    public static readonly IReadOnlyList<string> Decisions =
    [
        "toevoegen", "wijzigen", "beeindigen", "verwijderen", "gevoeligheid", "groep", "trendbreuk", "ongedaan",
    ];

    public string Decision { get; init; } = "";

    /// <summary>The category; null where none was given, as for a break in everything.</summary>
    public CategoryCode? Code { get; init; }

    public string Title { get; init; } = "";

    public CategoryCode? Group { get; init; }

    public CategoryOrigin Origin { get; init; } = CategoryOrigin.Reported;

    public Denominator Denominator { get; init; } = Denominator.Inhabitants;

    public Sensitivity? Sensitivity { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? Until { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>The change that was seen to be the last.</summary>
    public long? Seen { get; init; }

    /// <summary>The class that the page is about; null when it is about none.</summary>
    public Category? Chosen { get; init; }

    /// <summary>Why nothing changed; null when nothing is wrong.</summary>
    public string? Objection { get; init; }

    public string? Message { get; init; }

    public CategoryRequest Request => new()
    {
        Code = Code!.Value, Title = Title, Group = Group, Origin = Origin, Denominator = Denominator,
        Sensitivity = Sensitivity, From = From, Reason = Reason,
    };

    public static CategoryForm New(DateOnly today) => new() { From = today };

    public CategoryForm For(Category chosen) => this with
    {
        Chosen = chosen,
        Code = chosen.Code,
        Title = chosen.Title,
        Group = chosen.Parent,
        Origin = chosen.Origin,
        Denominator = chosen.Denominator,
        Sensitivity = chosen.Sensitivity,
    };

    public static CategoryForm Of(IFormCollection form, DateOnly today)
    {
        var (code, decision) = (form["code"].ToString().Trim(), form["besluit"].ToString());
        var isCode = CategoryCode.TryParse(code, out var category);
        var isDay = DateOnly.TryParse(form["ingang"], CultureInfo.InvariantCulture, out var from);
        var needsDay = decision is not ("gevoeligheid" or "verwijderen" or "ongedaan");
        return new CategoryForm
        {
            Decision = decision, Code = isCode ? category : null, Title = form["titel"].ToString(),
            Group = CategoryCode.TryParse(form["groep"], out var group) ? group : null,
            Origin = form["aard"] == "haal" ? CategoryOrigin.Found : CategoryOrigin.Reported,
            Denominator = DenominatorOf(form["noemer"]), Sensitivity = SensitivityOf(form["gevoelig"]),
            From = isDay ? from : today,
            Until = DateOnly.TryParse(form["tot"], CultureInfo.InvariantCulture, out var until) ? until : null,
            Reason = form["reden"].ToString(),
            Seen = long.TryParse(form["wijziging"], CultureInfo.InvariantCulture, out var seen) ? seen : null,
            Objection = (isCode || MayLackCode(decision, code), isDay) switch
            {
                (false, _) => $"'{code}' is geen code: 1 tot 20 letters, cijfers, punten of streepjes.",
                (_, false) when needsDay => "Kies de dag waarop dit ingaat.",
                _ => null,
            },
        };
    }

    private static bool MayLackCode(string decision, string code) =>
        decision == "ongedaan" || (decision == "trendbreuk" && code.Length == 0);

    /// <summary>As in the form: <c>gemeente/jaar</c>, empty when not sensitive.</summary>
    public static string Written(Sensitivity? sensitivity) =>
        sensitivity is null ? "" : $"{Words.Of(sensitivity.Level)}/{Words.Of(sensitivity.Period)}";

    /// <summary>What can be chosen, the strictest first; the last is not sensitive.</summary>
    public static IReadOnlyList<Sensitivity?> Sensitivities { get; } =
    [
        Sensitivity.Strictest, new(AreaLevel.Municipality, PeriodKind.Quarter),
        new(AreaLevel.Municipality, PeriodKind.Month), new(AreaLevel.District, PeriodKind.Year),
        new(AreaLevel.District, PeriodKind.Quarter), new(AreaLevel.District, PeriodKind.Month),
        new(AreaLevel.Neighbourhood, PeriodKind.Year), null,
    ];

    /// <summary>What cannot be read is the strictest: a mistake never shows more.</summary>
    private static Sensitivity? SensitivityOf(string? word) => string.IsNullOrEmpty(word)
        ? null
        : Sensitivities.FirstOrDefault(s => Written(s) == word) ?? Sensitivity.Strictest;

    private static Denominator DenominatorOf(string? word) => word switch
    {
        "geen" => Denominator.None,
        "woningen" => Denominator.Homes,
        _ => Denominator.Inhabitants,
    };
}
