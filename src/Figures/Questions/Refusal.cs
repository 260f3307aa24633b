using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Why a question gets no figures.</summary>
/// <param name="Code">Stable code for programs, such as <c>figures.unknown-category</c>.</param>
/// <param name="Parameter">The parameter of the question it is about, in the API's words; null for none.</param>
/// <param name="Sentence">The reason and what to do, in Dutch.</param>
public sealed record Refusal(string Code, string? Parameter, string Sentence)
{
    /// <summary>What codes begin with when the question is a good one, but not this viewer's.</summary>
    public const string RingCodes = "ring.";

    /// <summary>The agreement of a feed was never confirmed.</summary>
    public const string NotConfirmedCode = "agreement.not-confirmed";

    internal static Refusal Unreadable(string parameter, string? text) => new(
        "figures.unreadable", parameter,
        $"Parameter {parameter}{(text is null ? " ontbreekt" : $" '{Shown(text)}' klopt niet")}. " +
        $"Verwacht: {Forms[parameter]}.");

    internal static Refusal Reversed(IsoWeek first, IsoWeek last) => new(
        "figures.reversed", "tot", $"De laatste week {last} ligt voor de eerste week {first}.");

    internal static Refusal UnknownCategory(CategoryCode code) => new(
        "figures.unknown-category", "categorie",
        $"Categorie '{code}' bestaat niet. Kies een groep, delict of incidentcode uit de lijst van categorieën.");

    internal static Refusal UnknownKeyFigure(KeyFigureCode code) => new(
        "keyfigures.unknown", "kengetal", $"Kengetal '{code}' staat niet in de lijst van deze gemeente.");

    internal static Refusal NotDelivered(KeyFigure figure, string level) => new(
        "keyfigures.not-delivered", "periode",
        $"Van {figure.Title} is per {level} niets bekend in deze periode en indeling. " +
        "Bekijk de lijst van kengetallen voor wat er is.");

    internal static Refusal AreaElsewhere(AreaCode area, AreaCode municipality) => new(
        "figures.area-elsewhere", "gebied", $"Gebied {area} ligt niet in gemeente {municipality}.");

    internal static Refusal UnknownArea(AreaCode area, int year) => new(
        "figures.unknown-area", "gebied", $"Gebied {area} bestaat niet in de indeling van {year}.");

    internal static Refusal AreaBelowLevel(AreaCode area, string level) => new(
        "figures.area-below-level", "gebied", $"Gebied {area} is kleiner dan het gevraagde niveau '{level}'.");

    internal static Refusal LevelNotOffered(string level) => new(
        "figures.level-not-offered", "niveau",
        $"Cijfers per {level} zijn er niet: deze gemeente heeft in deze indeling geen stadsdelen. Kies gemeente, " +
        "wijk of buurt.");

    internal static Refusal TooLong(int weeks, int limit) => new(
        "figures.too-long", "tot", $"De periode telt {weeks} weken; meer dan {limit} weken in één vraag kan niet.");

    internal static Refusal TooLongToCompare(int weeks) => new(
        "figures.too-long-to-compare", "vergelijk",
        $"De periode telt {weeks} weken en zou met zichzelf overlappen. Vergelijken kan tot en met 52 weken.");

    internal static Refusal TooManyYears(int limit) => new(
        "figures.too-many-years", "jaren", $"Naast een reeks passen 0 tot en met {limit} eerdere jaren.");

    internal static Refusal BoundariesNotLoaded(int year) => new(
        "figures.boundaries-not-loaded", "indelingsjaar",
        $"De wijken en buurten van {year} zijn niet geladen. Vraag de beheerder om de gebieden van dat jaar.");

    internal static Refusal NoAreas(AreaCode municipality) => new(
        "figures.no-areas", null,
        $"Van gemeente {municipality} zijn nog geen gebieden geladen. Vraag de beheerder om de gebieden.");

    internal static Refusal NotConfirmed() => new(
        NotConfirmedCode, null,
        "Deze cijfers worden nog niet getoond: niemand heeft de afspraak bevestigd waaronder zij zijn geleverd. " +
        "Bevestig haar bij Leveringen, Afspraken.");

    internal static Refusal OutsideGrid(IReadOnlyList<int> lengths, IsoWeek stand, WeekRange year) => new(
        "ring.outside-grid", "van",
        $"U ziet cijfers in klassen en vraagt daarom {Or(lengths)} weken tot en met {stand}, of een heel jaar zoals " +
        $"{year.First} tot en met {year.Last}. Vraag een analist van uw gemeente naar andere perioden.");

    internal static Refusal OtherBoundaries(int year) => new(
        "ring.outside-grid", "indelingsjaar",
        $"U ziet cijfers op de indeling van de nieuwste week. Laat indelingsjaar {year} weg, of vraag een analist " +
        "van uw gemeente.");

    internal static Refusal NotAsKnownOn() => new(
        "ring.known-on", "bekendOp",
        "U ziet cijfers zoals zij nu bekend zijn. Laat bekendOp weg, of vraag een analist van uw gemeente.");

    internal static Refusal ExactOnly() => new(
        "ring.exact-only", null,
        "Deze cijfers zijn er alleen precies, en u ziet cijfers in klassen. Vraag een analist van uw gemeente.");

    internal static Refusal Sensitive(Category category, string level, WeekRange year) => new(
        "ring.sensitive", "categorie",
        $"{category.Title} is gevoelig: u ziet haar per {level} en per heel jaar, zonder vergelijking, zoals " +
        $"{year.First} tot en met {year.Last}. Fijner kan alleen met een mandaat voor gevoelige cijfers.");

    internal static Refusal ExtractNeedsExact() => new(
        "figures.extract-needs-exact", null,
        "Alle aantallen tegelijk krijgt alleen wie de exacte cijfers van deze gemeente mag zien.");

    internal static Refusal RingNotAvailable() => new(
        "ring.not-available", null,
        "Deze cijfers zijn voor uw rol nog niet beschikbaar. Vraag een analist van uw gemeente.");

    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["niveau"] = "gemeente, stadsdeel, wijk of buurt",
        ["gebied"] = "een gebiedscode zoals GM0153, WK015300 of BU01530000",
        ["categorie"] = "een categoriecode zoals vermogen, 1.1.1 of E33", ["van"] = "een bestaande week zoals 2025-W45",
        ["tot"] = "een bestaande week zoals 2025-W48", ["vergelijk"] = "vorigjaar of driejaar",
        ["kengetal"] = "een code zoals inwoners of woz-waarde", ["periode"] = "2025, 2025-Q1, 2025-03 of 2025-W07",
        ["bekendOp"] = "een dag zoals 2025-11-30 of een moment zoals 2025-11-30T12:00",
        ["indelingsjaar"] = "een jaar zoals 2025",
    };

    private static string Or(IReadOnlyList<int> numbers) => numbers.Count == 1
        ? $"{numbers[0]}"
        : $"{string.Join(", ", numbers.SkipLast(1))} of {numbers[^1]}";

    /// <summary>As much of what was given as a reader needs to recognise it.</summary>
    private static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "…");
}
