using Microsoft.AspNetCore.Http.Extensions;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// What a page is asked to show, read from its address. The address is the state: back, bookmark, mail link and
/// refresh are one mechanism. What cannot be read falls back to the default, never to an error.
/// </summary>
internal sealed record PageFilters
{
    public static readonly CategoryCode DefaultCategory = CategoryCode.Parse("vermogen");

    public required int Weeks { get; init; }

    public required IsoWeek Last { get; init; }

    public required Category Category { get; init; }

    public required Measure Measure { get; init; }

    public required AreaLevel Level { get; init; }

    public required Comparison Compare { get; init; }

    /// <summary>The boundaries of everything on the page: those of the newest week that counts.</summary>
    public required int? BoundaryYear { get; init; }

    /// <summary>Whether the gemeente has stadsdelen on these boundaries; else nothing offers the level.</summary>
    public required bool HasBoroughs { get; init; }

    /// <summary>Whether there is another boundary year, so that an address must say which one it means.</summary>
    public required bool SeveralBoundaries { get; init; }

    /// <summary>For whom the page is: what she may not ask is not offered.</summary>
    public required Viewer Viewer { get; init; }

    /// <summary>Whether counts below twenty are shown as a class.</summary>
    public bool InClasses => Viewer.Ring == Ring.Classes;

    /// <summary>The numbers of weeks to choose from.</summary>
    public IReadOnlyList<int> Lengths => Disclosure.LengthsFor(Viewer);

    public bool Offers(Category category) => Disclosure.Offers(category, Viewer);

    public WeekRange Window => Figures.Window.Ending(Last, Weeks);

    /// <summary>The year of weeks that series and sparklines show.</summary>
    public WeekRange Year => Figures.Window.Ending(Last, Figures.Window.YearInWeeks);

    public static PageFilters Read(IQueryCollection query, Cube cube, Viewer viewer)
    {
        var stand = cube.Coverage.Stand ?? IsoWeek.FromIndex(0);
        var category = CategoryCode.TryParse(query["categorie"], out var code) ? cube.Tree.Find(code) : null;
        if (category is null || !Disclosure.Offers(category, viewer))
            category = cube.Tree.Find(DefaultCategory)!;
        var (inClasses, lengths) = (viewer.Ring == Ring.Classes, Disclosure.LengthsFor(viewer));
        var until = !inClasses && IsoWeek.TryParse(query["tot"], out var last) && last <= stand ? last : stand;
        var year = cube.AnswerYear(Figures.Window.Ending(until, Figures.Window.YearInWeeks));
        var hasBoroughs = year is { } shown && cube.Areas(shown)?.Offers(AreaLevel.Borough) == true;
        return new PageFilters
        {
            Viewer = viewer, BoundaryYear = year, HasBoroughs = hasBoroughs,
            SeveralBoundaries = cube.BoundaryYears.Count > 1,
            Weeks = int.TryParse(query["weken"], CultureInfo.InvariantCulture, out var weeks)
                && lengths.Contains(weeks) ? weeks : lengths[0],
            Last = until,
            Category = category,
            Measure = MeasureOf(query["maat"], category, inClasses),
            Level = LevelOf(query["niveau"], hasBoroughs),
            Compare = query["vergelijk"] == Words.Of(Comparison.YearEarlier)
                ? Comparison.YearEarlier
                : Comparison.ThreeYears,
        };
    }

    /// <summary>The address of a page with these filters; what is the default there still stands in it.</summary>
    public string On(string path) => path + new QueryBuilder(Pairs).ToQueryString();

    /// <summary>The parameters of an address with these filters.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs =>
    [
        new("categorie", Category.Code.Code), new("weken", Weeks.ToString(CultureInfo.InvariantCulture)),
        new("tot", Last.ToString()), new("maat", WordOf(Measure)), new("niveau", Words.Of(Level)),
        new("vergelijk", Words.Of(Compare)!),
    ];

    /// <summary>The address of the same figures as CSV.</summary>
    public string Csv(string kind, AreaCode area, WeekRange window)
    {
        var query = new QueryBuilder
        {
            { "niveau", Words.Of(Level) }, { "gebied", area.Code }, { "categorie", Category.Code.Code },
            { "van", window.First.ToString() }, { "tot", window.Last.ToString() },
        };
        if (SeveralBoundaries && BoundaryYear is { } year)
            query.Add("indelingsjaar", year.ToString(CultureInfo.InvariantCulture));
        if (kind == "cijfers")
            query.Add("vergelijk", Words.Of(Compare)!);
        return $"/csv/{kind}{query.ToQueryString()}";
    }

    public static string WordOf(Measure measure) => measure switch
    {
        Measure.Count => "aantal",
        Measure.Per1000 => "per1000",
        _ => "vergelijking",
    };

    private static AreaLevel LevelOf(string? word, bool hasBoroughs) => word switch
    {
        "stadsdeel" when hasBoroughs => AreaLevel.Borough,
        "wijk" => AreaLevel.District,
        _ => AreaLevel.Neighbourhood,
    };

    /// <summary>A rate needs the count itself, so where counts are in classes the count is the default.</summary>
    private static Measure MeasureOf(string? word, Category category, bool inClasses)
    {
        var rated = category.Denominator != Denominator.None;
        return word switch
        {
            "aantal" => Measure.Count,
            "per1000" when rated => Measure.Per1000,
            "vergelijking" => Measure.Deviation,
            _ => rated && !inClasses ? Measure.Per1000 : Measure.Count,
        };
    }
}
