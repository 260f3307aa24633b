using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What the tenant knows, laid out for look-up by the bytes of a field; made for one file.</summary>
internal sealed class KnownCodes
{
    /// <summary>All offences; the police publish it with their open data. Never a category of a weekly file.</summary>
    public const string ControlTotal = "0.0.0";

    private readonly CodeTable _years;
    private readonly CodeTable[] _areas;
    private readonly CodeTable _categories;

    public KnownCodes(CheckAgainst known)
    {
        Years = [.. known.Areas.Keys.Order()];
        Areas = [.. Years.Select(year => CodesOf(known.Areas[year]))];
        Categories = [.. known.Categories.Distinct().Where(c => c.Code != ControlTotal)];
        _years = new CodeTable(Years.Select(year => year.ToString("0000", CultureInfo.InvariantCulture)));
        _areas = [.. Areas.Select(areas => new CodeTable(areas.Select(a => a.Code)))];
        _categories = new CodeTable(Categories.Select(c => c.Code));
        Ends = [.. Categories.Select(c => known.Ended.TryGetValue(c, out var day) ? day : DateOnly.MaxValue)];
    }

    /// <summary>Boundary years, ascending.</summary>
    public int[] Years { get; }

    /// <summary>By boundary year: the municipality, which stands for "place unknown", and its neighbourhoods.</summary>
    public AreaCode[][] Areas { get; }

    public CategoryCode[] Categories { get; }

    /// <summary>By category the day from which nothing is counted under it.</summary>
    public DateOnly[] Ends { get; }

    /// <summary>The most areas of any boundary year.</summary>
    public int MostAreas => Areas.Max(a => a.Length);

    public int FindYear(ReadOnlySpan<byte> field) => _years.Find(field);

    /// <summary>Position of the area in that boundary year; -1 when either is not known.</summary>
    public int FindArea(int year, ReadOnlySpan<byte> field) => year < 0 ? -1 : _areas[year].Find(field);

    public int FindCategory(ReadOnlySpan<byte> field) => _categories.Find(field);

    private static AreaCode[] CodesOf(MunicipalityAreas areas) =>
        [areas.Municipality.Code, .. areas.Neighbourhoods.Select(a => a.Code)];
}
