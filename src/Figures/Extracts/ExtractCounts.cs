using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>What becomes of asking for everything at once.</summary>
public abstract record ExtractOutcome<T> where T : class, IAnswer
{
    private protected ExtractOutcome()
    {
    }

    /// <summary>The viewer may have it.</summary>
    public sealed record Extracted(T Extract) : ExtractOutcome<T>;

    /// <summary>No figures, and why.</summary>
    public sealed record Refused(Refusal Refusal) : ExtractOutcome<T>;

    internal static ExtractOutcome<T> Of(T extract, Viewer viewer) =>
        viewer.Ring != Ring.Exact ? new Refused(Refusal.ExtractNeedsExact())
        : Disclosure.Apply(extract, viewer, out var shown, out var refusal)
            ? new Extracted(shown) : new Refused(refusal);
}

/// <summary>Makes the extract of all counts of the current tenant; in ring Exact only.</summary>
public sealed class ExtractCounts(CubeStore cubes)
{
    /// <param name="viewer">For whom; of this tenant's gemeente.</param>
    /// <param name="sensitive">Whether she may have sensitive classes exactly; otherwise they are left out.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ViewerElsewhereException">The viewer belongs to another gemeente.</exception>
    public async ValueTask<ExtractOutcome<CountExtract>> Execute(
        Viewer viewer, bool sensitive, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(viewer);
        var cube = await cubes.Current(cancel);
        if (Disclosure.Of(cube) is { } closed)
            return new ExtractOutcome<CountExtract>.Refused(closed);
        var extract = new CountExtract
        {
            Municipality = cube.Stamp.Municipality, Version = cube.Stamp.Version, Stand = cube.Coverage.Stand,
            Source = Source.Of(cube.Coverage), Ring = viewer.Ring, HasSensitive = sensitive,
            Stamp = $"{cube.Stamp.Version}-{cube.Stamp.AreasVersion}-{(sensitive ? "s" : "n")}",
            Rows = RowsOf(cube, sensitive),
        };
        return ExtractOutcome<CountExtract>.Of(extract, viewer);
    }

    /// <summary>One week in memory at a time.</summary>
    internal static IEnumerable<ExtractedCount> RowsOf(Cube cube, bool sensitive)
    {
        var codes = cube.Weeks.Codes;
        Category?[] classes = [.. codes.Classes.Select(code => Shown(cube.Tree.Find(code), sensitive))];
        foreach (var block in cube.Weeks.Blocks)
        {
            var areas = cube.Areas(block.BoundaryYear);
            var sums = new SortedDictionary<(string Area, int Class), int>(ByAreaAndClass.Instance);
            foreach (var cell in block.Cells)
                if (classes[cell.Class] is not null)
                {
                    var key = (codes.Areas[cell.Area], (int)cell.Class);
                    sums[key] = sums.GetValueOrDefault(key) + cell.Count;
                }
            foreach (var ((area, place), count) in sums)
                if (count > 0)
                    yield return new ExtractedCount(
                        block.Week, block.BoundaryYear, area, NameOf(area, areas), classes[place]!, count);
        }
    }

    /// <summary>Of a class that the tree lacks nobody said whether it is sensitive: it is held to be.</summary>
    private static Category? Shown(Category? category, bool sensitive) =>
        category is { Kind: CategoryKind.Class } && (sensitive || !category.Sensitive) ? category : null;

    private static string NameOf(string code, MunicipalityAreas? areas) =>
        !AreaCode.TryParse(code, out var area) ? ""
        : area.Level == AreaLevel.Municipality ? "zonder buurt" : areas?.Find(area)?.Name ?? "";

    private sealed class ByAreaAndClass : IComparer<(string Area, int Class)>
    {
        public static readonly ByAreaAndClass Instance = new();

        public int Compare((string Area, int Class) x, (string Area, int Class) y) =>
            string.CompareOrdinal(x.Area, y.Area) is var areas and not 0 ? areas : x.Class.CompareTo(y.Class);
    }
}
