using Microsoft.Data.Sqlite;

namespace Twente.Igw.Areas;

/// <summary>
/// What else PDOK's wijk- en buurtkaart says of areas: columns that another capability asks for by name. A column that
/// nobody asks for is never read.
/// </summary>
public sealed class AreaColumns : IDisposable
{
    private static readonly LayerForm[] Layers =
        [LayerForm.Municipalities, LayerForm.Districts, LayerForm.Neighbourhoods];

    private readonly AreaFile _file;

    private AreaColumns(AreaFile file) => _file = file;

    public string Sha256 => _file.Sha256;

    /// <summary>The boundary year of all areas in the file.</summary>
    public int Year => _file.Areas.Year;

    /// <summary>Opens and checks the file as an import of areas does; null, with the reasons, when wrong.</summary>
    public static AreaColumns? Open(string path, out IReadOnlyList<AreaFinding> findings)
    {
        var found = new AreaFindings();
        findings = found.First;
        try
        {
            return AreaFile.Open(path, found) is { } file ? new AreaColumns(file) : null;
        }
        catch (SqliteException e)
        {
            GeoPackageForm.AddDamaged(path, e.Message, found);
            return null;
        }
    }

    /// <summary>The names of the columns of a level's layer, as the file has them.</summary>
    public IReadOnlyList<string> NamesOf(AreaLevel level) => _file.Columns(LayerOf(level));

    /// <summary>These columns of each area of a level; a value is null, long, double, string or bytes.</summary>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public IEnumerable<AreaValues> Read(AreaLevel level, IReadOnlyList<string> columns)
    {
        var areas = _file.Areas.Municipalities.SelectMany(m => m.All).Where(a => a.Layer == LayerOf(level));
        return areas.Select(a => new AreaValues(a.Code, _file.Values(a, columns)));
    }

    public void Dispose() => _file.Dispose();

    private static LayerForm LayerOf(AreaLevel level) => Layers.Single(l => l.Level == level);
}

/// <summary>The values of one area, in the order in which the columns were asked for.</summary>
public readonly record struct AreaValues(AreaCode Area, IReadOnlyList<object?> Values);
