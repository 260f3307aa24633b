using Microsoft.Data.Sqlite;

namespace Twente.Igw.Areas;

/// <summary>
/// PDOK's wijk- en buurtkaart of one year, opened and checked as a whole. The borders stay in the file and are read
/// per municipality, because a national file holds millions of points.
/// </summary>
internal sealed class AreaFile : IDisposable
{
    private readonly GeoPackage _package;
    private readonly string _borders;

    private AreaFile(GeoPackage package, string borderColumn, CheckedAreas areas)
    {
        (_package, Areas) = (package, areas);
        _borders = $"SELECT {GeoPackage.Quoted(borderColumn)} FROM {LayerForm.Neighbourhoods.Table} WHERE rowid = $p";
    }

    public string Sha256 => _package.Sha256;

    public CheckedAreas Areas { get; }

    /// <summary>Opens the file; null, with the reasons among the findings, when anything in it is wrong.</summary>
    /// <exception cref="SqliteException">The file is damaged.</exception>
    public static AreaFile? Open(string path, AreaFindings findings)
    {
        var package = GeoPackage.Open(path, findings);
        if (package is null)
            return null;
        try
        {
            if (Read(package, findings) is { } file)
                return file;
        }
        catch
        {
            package.Dispose();
            throw;
        }
        package.Dispose();
        return null;
    }

    /// <summary>The border of a neighbourhood as the file holds it; null when the row has none.</summary>
    public byte[]? Border(AreaRecord neighbourhood) =>
        _package.Rows(_borders, neighbourhood.Row).FirstOrDefault() is [byte[] border] ? border : null;

    /// <summary>The names of a layer's columns.</summary>
    public IReadOnlyList<string> Columns(LayerForm layer) => _package.Columns(layer.Table);

    /// <summary>These columns of an area's row.</summary>
    public IReadOnlyList<object?> Values(AreaRecord area, IReadOnlyList<string> columns)
    {
        if (columns.Count == 0)
            return [];
        var names = string.Join(", ", columns.Select(GeoPackage.Quoted));
        return _package.Rows($"SELECT {names} FROM {area.Layer.Table} WHERE rowid = $p", area.Row).First();
    }

    public void Dispose() => _package.Dispose();

    private static AreaFile? Read(GeoPackage package, AreaFindings findings)
    {
        var municipalities = ReadLayer.Execute(package, LayerForm.Municipalities, findings);
        var districts = ReadLayer.Execute(package, LayerForm.Districts, findings);
        var neighbourhoods = ReadLayer.Execute(package, LayerForm.Neighbourhoods, findings);
        if (findings.Any)
            return null;
        var areas = CheckAreas.Execute(municipalities, districts, neighbourhoods, findings);
        var borderColumn = package.GeometryColumn(LayerForm.Neighbourhoods.Table, findings);
        return areas is null || borderColumn is null ? null : new AreaFile(package, borderColumn, areas);
    }
}
