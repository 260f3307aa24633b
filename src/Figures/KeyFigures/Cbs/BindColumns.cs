namespace Twente.Igw.Figures;

/// <summary>Which column of a source is which key figure.</summary>
/// <param name="Columns">The bound columns, each with its figure, in the order of the list.</param>
/// <param name="Unbound">Columns that are no key figure of the list; none of them is read.</param>
/// <param name="AboutDescent">How many columns about descent were passed over; their names are not repeated.</param>
internal sealed record BoundColumns(
    IReadOnlyList<(KeyFigure Figure, string Column)> Columns, IReadOnlyList<string> Unbound, int AboutDescent);

/// <summary>
/// Binds columns by stem or title. What two columns claim is refused and never guessed: a wrong guess would be a figure
/// that looks right.
/// </summary>
internal static class BindColumns
{
    /// <param name="source">What the columns are of, for findings.</param>
    /// <param name="names">The columns of the source.</param>
    /// <param name="list">The figures that may be bound.</param>
    /// <param name="findings">Where it says what is claimed twice.</param>
    public static BoundColumns Execute(
        string source, IReadOnlyList<string> names, KeyFigureList list, ImportFindings findings)
    {
        var offered = names.Where(name => !Descent.IsAbout(name)).ToLookup(ColumnName.StemOf);
        var bound = new List<(KeyFigure Figure, string Column)>();
        foreach (var figure in list.All.Where(f => f.Origin == KeyFigureOrigin.Cbs))
        {
            string[] claims = [.. figure.Columns.Select(ColumnName.StemOf).Distinct().SelectMany(s => offered[s])];
            if (claims.Length == 1)
                bound.Add((figure, claims[0]));
            else if (claims.Length > 1)
                findings.Add(
                    $"kengetal {figure.Code} in {source}", string.Join(", ", claims),
                    "er past meer dan één kolom op; haal de andere weg of hernoem ze");
        }
        var used = bound.Select(b => b.Column).ToHashSet(StringComparer.Ordinal);
        return new BoundColumns(
            bound, [.. names.Where(n => !used.Contains(n) && !Descent.IsAbout(n))], names.Count(Descent.IsAbout));
    }
}
