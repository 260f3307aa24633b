using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>
/// Takes in PDOK's wijk- en buurtkaart of a year. All or nothing; importing the same again changes nothing; another
/// file for the same year replaces the municipalities that differ in it and leaves the others.
/// </summary>
public sealed class ImportAreas
{
    private readonly CatalogueChanges _changes;
    private readonly BoundaryFiles _files;
    private readonly AreaRegistry _registry;

    internal ImportAreas(CatalogueChanges changes, BoundaryFiles files, AreaRegistry registry) =>
        (_changes, _files, _registry) = (changes, files, registry);

    /// <param name="file">Path of the GeoPackage.</param>
    /// <param name="actor">Who imports it.</param>
    /// <param name="progress">Told after each municipality.</param>
    /// <param name="cancel">Stops before anything is changed, or undoes it.</param>
    public async Task<Outcome> Execute(
        string file, Actor actor, IProgress<Step>? progress, CancellationToken cancel)
    {
        var findings = new AreaFindings();
        var import = ReadImport.Execute(file, _files, findings, progress, cancel);
        if (import is null)
            return new Outcome.Refused(findings.First, findings.Total);
        // Files first: what a crash leaves behind is a boundary file that no row names.
        foreach (var municipality in import.Municipalities)
            if (municipality.Drawn is { } drawn)
                await _files.Write(drawn.Boundaries, municipality.Content, cancel);
        var changed = await Store(import, actor, cancel);
        _registry.Forget();
        return Counted(import, changed);
    }

    /// <summary>Stores the municipalities that differ from what is stored; false when there are none.</summary>
    private async Task<bool> Store(AreaImport import, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var db = change.Db;
        var stored = await db.BoundaryImports.Where(i => i.BoundaryYear == import.Year)
            .ToDictionaryAsync(i => i.Municipality, cancel);
        var changed = import.Municipalities
            .Where(m => stored.GetValueOrDefault(m.Code.Code)?.Content != m.Content).ToList();
        if (changed.Count == 0)
            return false;
        var version = await db.RaiseVersion(cancel);
        foreach (var municipality in changed)
        {
            var code = municipality.Code.Code;
            await db.Areas.Where(a => a.BoundaryYear == import.Year && a.Municipality == code)
                .ExecuteDeleteAsync(cancel);
            db.Areas.AddRange(municipality.Areas.All.Select(a => a.ToRow(import.Year)));
            if (stored.GetValueOrDefault(code) is { } before)
                db.Remove(before);
        }
        await db.SaveChangesAsync(cancel);
        db.BoundaryImports.AddRange(changed.Select(m => Row(m, import, version, change.At)));
        change.Record(new AuditEvent("areas.imported", $"gebieden {import.Year}, {changed.Count} gemeenten"), actor);
        await change.Commit(cancel);
        return true;
    }

    private static Outcome Counted(AreaImport import, bool changed)
    {
        var all = import.Municipalities;
        var districts = all.Sum(m => m.Areas.Districts.Count);
        var neighbourhoods = all.Sum(m => m.Areas.Neighbourhoods.Count);
        if (!changed)
            return new Outcome.Unchanged(import.Year, all.Count, districts, neighbourhoods);
        string[] remarks = [.. all.SelectMany(m => m.Drawn?.Remarks ?? [])];
        return new Outcome.Imported(import.Year, all.Count, districts, neighbourhoods, remarks);
    }

    private static BoundaryImport Row(MunicipalityImport municipality, AreaImport import, long version, DateTime at) =>
        new()
        {
            BoundaryYear = import.Year,
            Municipality = municipality.Code.Code,
            SourceSha256 = import.Sha256,
            Content = municipality.Content,
            Version = version,
            ImportedAt = at,
        };

    /// <summary>How far an import is.</summary>
    /// <param name="Municipality">Name of the municipality that has just been read.</param>
    /// <param name="Done">Municipalities read so far.</param>
    /// <param name="Total">Municipalities in the file.</param>
    public readonly record struct Step(string Municipality, int Done, int Total);

    /// <summary>What importing a boundary file can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The areas are as in the file; the remarks say what in its borders did not fit.</summary>
        public sealed record Imported(
            int Year, int Municipalities, int Districts, int Neighbourhoods, IReadOnlyList<string> Remarks) : Outcome;

        /// <summary>They already were as in the file.</summary>
        public sealed record Unchanged(int Year, int Municipalities, int Districts, int Neighbourhoods) : Outcome;

        /// <summary>Nothing was changed: the file is not right.</summary>
        /// <param name="Findings">The first hundred things that are wrong.</param>
        /// <param name="Total">How many things are wrong.</param>
        public sealed record Refused(IReadOnlyList<AreaFinding> Findings, int Total) : Outcome;
    }
}
