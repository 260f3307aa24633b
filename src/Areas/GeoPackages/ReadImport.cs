using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Twente.Igw.Areas;

/// <summary>A whole boundary file, checked, with boundaries drawn wherever they are not there yet.</summary>
internal sealed record AreaImport(string Sha256, int Year, IReadOnlyList<MunicipalityImport> Municipalities);

/// <summary>What a file says of one municipality.</summary>
/// <param name="Areas">The municipality and everything in it.</param>
/// <param name="Content">Hash of the areas and their borders.</param>
/// <param name="Drawn">Its boundaries; null when a whole file of this content is already there.</param>
internal sealed record MunicipalityImport(CheckedMunicipality Areas, string Content, DrawnBoundaries? Drawn)
{
    public AreaCode Code => Areas.Municipality.Code;
}

/// <summary>Reads and checks a file and draws its boundaries; touches neither database nor folder.</summary>
internal sealed class ReadImport
{
    private readonly AreaFile _file;
    private readonly BoundaryFiles _drawn;
    private readonly AreaFindings _findings;

    private ReadImport(AreaFile file, BoundaryFiles drawn, AreaFindings findings) =>
        (_file, _drawn, _findings) = (file, drawn, findings);

    /// <summary>What the file holds; null, with the reasons among the findings, when anything is wrong.</summary>
    public static AreaImport? Execute(
        string path, BoundaryFiles drawn, AreaFindings findings, IProgress<ImportAreas.Step>? progress,
        CancellationToken cancel)
    {
        try
        {
            using var file = AreaFile.Open(path, findings);
            if (file is null)
                return null;
            var all = new ReadImport(file, drawn, findings).Read(progress, cancel);
            return findings.Any ? null : new AreaImport(file.Sha256, file.Areas.Year, all);
        }
        catch (SqliteException e)
        {
            GeoPackageForm.AddDamaged(path, e.Message, findings);
            return null;
        }
    }

    private List<MunicipalityImport> Read(IProgress<ImportAreas.Step>? progress, CancellationToken cancel)
    {
        var all = new List<MunicipalityImport>();
        var municipalities = _file.Areas.Municipalities;
        foreach (var municipality in municipalities)
        {
            cancel.ThrowIfCancellationRequested();
            all.Add(Read(municipality));
            progress?.Report(new ImportAreas.Step(municipality.Municipality.Name, all.Count, municipalities.Count));
        }
        return all;
    }

    private MunicipalityImport Read(CheckedMunicipality municipality)
    {
        var (year, code) = (_file.Areas.Year, municipality.Municipality.Code);
        var borders = municipality.Neighbourhoods.Select(_file.Border).ToList();
        var content = Hash(municipality, borders);
        if (_drawn.Has(code, year, content))
            return new MunicipalityImport(municipality, content, Drawn: null);
        var shapes = municipality.Neighbourhoods
            .Select((area, i) => NeighbourhoodShape.Read(area, borders[i], _findings))
            .OfType<NeighbourhoodShape>().ToList();
        // With a finding the file is refused: the rest is only read on to find what else is wrong.
        var drawn = _findings.Any ? null : DrawBoundaries.Execute(year, code, shapes);
        return new MunicipalityImport(municipality, content, drawn);
    }

    private static string Hash(CheckedMunicipality municipality, List<byte[]?> borders)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([BoundaryFile.Version]);
        foreach (var area in municipality.All)
            hash.AppendData(Encoding.UTF8.GetBytes(area.Content));
        foreach (var border in borders)
            hash.AppendData(border ?? []);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
