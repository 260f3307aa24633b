using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>
/// CBS's <em>Kerncijfers wijken en buurten</em> of one year in one of the two forms it is published in. Values are only
/// asked of columns that were bound, so that no other column is ever read.
/// </summary>
internal abstract class CbsFile : IDisposable
{
    /// <summary>The feed under which both forms count: they are one publication.</summary>
    public static readonly Feed Feed = new("cbs-kerncijfers", "cbs");

    public abstract string Sha256 { get; }

    /// <summary>The year the file says it is of; null when its form does not say.</summary>
    public abstract int? Year { get; }

    /// <summary>The tables in it, each with columns of its own.</summary>
    public abstract IReadOnlyList<CbsTable> Tables { get; }

    /// <summary>Opens a file in either form; null, with the reason among the findings, when it is neither.</summary>
    public static CbsFile? Open(string path, ImportFindings findings)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0)
        {
            findings.Add($"bestand {file.Name}", path, file.Exists ? "het is leeg" : "het bestaat niet");
            return null;
        }
        return file.Extension.Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? StatLineFile.Read(path, findings)
            : CbsMapFile.OpenMap(path, findings);
    }

    public abstract void Dispose();
}

/// <summary>A table of a source: its columns, and the values of chosen ones for each area.</summary>
/// <param name="Name">What findings call it.</param>
/// <param name="Columns">Names of all its columns.</param>
/// <param name="Read">The values of these columns, area by area.</param>
internal sealed record CbsTable(
    string Name, IReadOnlyList<string> Columns, Func<IReadOnlyList<string>, IEnumerable<CbsRow>> Read);

/// <summary>What a table says of one area: as many texts as columns were asked for.</summary>
internal readonly record struct CbsRow(AreaCode Area, IReadOnlyList<string> Values);
