using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// Where classes begin: fixed, in <c>class-breaks.csv</c>, so that the same value has the same colour on every map of
/// every date. Chosen once so that the 70 neighbourhoods of Enschede spread over all five classes; a category without
/// breaks of its own takes those of <c>*</c>. Change them only when every archived map may change with them.
/// </summary>
internal static class ClassBreaks
{
    private const string AnyCategory = "*";

    private static readonly IReadOnlyList<BreakRow> Rows = [.. Read()];

    /// <param name="measure">Count or rate; a deviation has <see cref="Deviation.Scale"/>.</param>
    /// <param name="category">The category of the map.</param>
    /// <param name="weeks">Length of the window; one that pages do not offer takes the breaks of the nearest.</param>
    public static ClassScale For(Measure measure, CategoryCode category, int weeks)
    {
        if (measure == Measure.Deviation)
            return Deviation.Scale;
        var word = measure == Measure.Count ? "aantal" : "per1000";
        var code = category.Code == "totaal" ? "misdrijven" : category.Code;
        var rows = Rows.Where(r => r.Measure == word).ToLookup(r => r.Category);
        var own = rows.Contains(code) ? rows[code] : rows[AnyCategory];
        var row = own.MinBy(r => Math.Abs(Math.Log((double)r.Weeks / weeks)))!;
        return measure == Measure.Count ? ClassScale.OfCounts(row.From) : ClassScale.OfRates(row.From);
    }

    /// <summary>
    /// For counts shown in classes: the same scale where each class has one colour on it, else the classes themselves.
    /// </summary>
    public static ClassScale ForClasses(Measure measure, CategoryCode category, int weeks)
    {
        var usual = For(measure, category, weeks);
        return measure != Measure.Count || CountClass.Usual.All(c => usual.ClassOf(c) is not null)
            ? usual
            : ClassScale.OfCounts([.. CountClass.Usual.Select(c => (double)c.Low), CountClass.ExactFrom]);
    }

    private static IEnumerable<BreakRow> Read()
    {
        using var table = typeof(ClassBreaks).Assembly.GetManifestResourceStream("class-breaks.csv")!;
        using var lines = new StreamReader(table);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
            yield return BreakRow.Parse(line);
    }

    private sealed record BreakRow(string Measure, string Category, int Weeks, double[] From)
    {
        public static BreakRow Parse(string line)
        {
            var fields = line.Split(';');
            var weeks = int.Parse(fields[2], CultureInfo.InvariantCulture);
            var from = fields[3..].Select(f => double.Parse(f, CultureInfo.InvariantCulture));
            return new BreakRow(fields[0], fields[1], weeks, [.. from]);
        }
    }
}
