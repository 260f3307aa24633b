using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>The columns of the wijk- en buurtkaart itself, a table for each level.</summary>
internal sealed class CbsMapFile : CbsFile
{
    private static readonly AreaLevel[] Levels =
        [AreaLevel.Municipality, AreaLevel.District, AreaLevel.Neighbourhood];

    private readonly AreaColumns _columns;

    private CbsMapFile(AreaColumns columns)
    {
        _columns = columns;
        Tables = [.. Levels.Select(level => new CbsTable(
            $"laag {Words.Of(level)}", columns.NamesOf(level), names => columns.Read(level, names).Select(RowOf)))];
    }

    public override string Sha256 => _columns.Sha256;

    public override int? Year => _columns.Year;

    public override IReadOnlyList<CbsTable> Tables { get; }

    public static CbsMapFile? OpenMap(string path, ImportFindings findings)
    {
        if (AreaColumns.Open(path, out var wrong) is { } columns)
            return new CbsMapFile(columns);
        foreach (var finding in wrong)
            findings.Add(finding.Thing, finding.Value, finding.Rule);
        return null;
    }

    public override void Dispose() => _columns.Dispose();

    private static CbsRow RowOf(AreaValues area) => new(area.Area, [.. area.Values.Select(TextOf)]);

    /// <summary>
    /// A column of single-precision numbers reads 2.2 as 2.2000000477: what is closer to a hundredth than any value
    /// of CBS can differ is that hundredth.
    /// </summary>
    private static string TextOf(object? value) => value switch
    {
        null => "",
        double number when Math.Abs(Math.Round(number, 2) - number) < 1e-5 =>
            Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture),
        byte[] bytes => $"{bytes.Length} bytes",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
