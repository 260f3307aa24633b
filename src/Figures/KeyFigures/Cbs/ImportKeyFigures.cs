using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Takes in CBS's Kerncijfers wijken en buurten of a year, for all gemeenten whose areas of that year are known. All or
/// nothing; the same values again change nothing; a later file replaces the figures that it states and no others.
/// </summary>
public sealed class ImportKeyFigures
{
    private readonly CatalogueChanges _changes;
    private readonly KeyFigureLedger _ledger;
    private readonly AreaRegistry _areas;
    private readonly PublicKeyFigures _public;

    internal ImportKeyFigures(
        CatalogueChanges changes, KeyFigureLedger ledger, AreaRegistry areas, PublicKeyFigures published) =>
        (_changes, _ledger, _areas, _public) = (changes, ledger, areas, published);

    /// <param name="path">A GeoPackage of PDOK, or a CSV of StatLine.</param>
    /// <param name="year">The year the figures are of; a GeoPackage must say the same.</param>
    /// <param name="actor">Who imports it.</param>
    /// <param name="cancel">Stops before anything is changed, or undoes it.</param>
    public async Task<Outcome> Execute(string path, int year, Actor actor, CancellationToken cancel)
    {
        var findings = new ImportFindings();
        using var file = CbsFile.Open(path, findings);
        if (file?.Year is { } stated && stated != year)
            findings.Add($"bestand {Path.GetFileName(path)}", $"{stated}", $"gevraagd is om cijfers van {year}");
        if (file is null || findings.Any)
            return new Outcome.Refused(findings.First, findings.Total);
        var read = new ReadCbsFigures(year, await Known(year, cancel), findings).Execute(file);
        if (!findings.Any && read.Facts.Count == 0)
            findings.Add(
                $"bestand {Path.GetFileName(path)}", "",
                read.Bound.Count == 0
                    ? "er staat geen kolom in die een kengetal van de lijst is"
                    : $"van geen van deze gemeenten is de indeling van {year} ingelezen");
        if (findings.Any)
            return new Outcome.Refused(findings.First, findings.Total);
        var changed = await Store(read, new Origin(Path.GetFileName(path), file.Sha256, year), actor, cancel);
        _public.Forget();
        return new Outcome.Imported(year, changed, read.Facts.Count, read.Bound, read.Unbound, read.AboutDescent)
        {
            Municipalities = read.Facts.Select(f => f.Area.Municipality).Distinct().Count(),
            Elsewhere = read.Elsewhere,
        };
    }

    private async Task<Dictionary<AreaCode, MunicipalityAreas>> Known(int year, CancellationToken cancel)
    {
        var known = new Dictionary<AreaCode, MunicipalityAreas>();
        foreach (var municipality in await _areas.Municipalities(year, cancel))
            known[municipality] = (await _areas.Find(municipality, year, cancel))!;
        return known;
    }

    /// <summary>Stores the units whose values differ from what counts; answers how many.</summary>
    private async Task<int> Store(CbsFigures read, Origin origin, Actor actor, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var db = change.Db;
        var number = 1 + await db.KeyFigureImports.MaxAsync(i => (long?)i.Number, cancel) ?? 1;
        var contents = (await _ledger.Counting(db, CbsFile.Feed, cancel)).ToDictionary(c => c.Unit, c => c.Content);
        var changed = KeyFigureLedger.UnitsOf(number, read.Facts)
            .Where(u => contents.GetValueOrDefault(u.Unit) != u.Content).ToDictionary(u => u.Unit);
        if (changed.Count == 0)
            return 0;
        var version = await db.RaiseVersion(cancel);
        db.KeyFigureImports.Add(new KeyFigureImport
        {
            Number = number, FileName = origin.FileName, Sha256 = origin.Sha256, Year = origin.Year,
            Version = version, ImportedAt = change.At,
        });
        await _ledger.Add(db, number, read.Facts.Where(f => changed.ContainsKey(f.Unit)), cancel);
        await _ledger.Count(db, CbsFile.Feed, [.. changed.Values], [], version, cancel);
        change.Record(
            new AuditEvent("keyfigures.imported", $"kerncijfers {origin.Year}, {changed.Count} reeksen"), actor);
        await change.Commit(cancel);
        return changed.Count;
    }

    private sealed record Origin(string FileName, string Sha256, int Year);

    /// <summary>What importing key figures can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The figures are as in the file.</summary>
        /// <param name="Year">The year they are of.</param>
        /// <param name="Changed">How many figures per gemeente and level changed; 0 when all stood there.</param>
        /// <param name="Values">How many values the file has.</param>
        /// <param name="Bound">The key figures that were found in it.</param>
        /// <param name="Unbound">Columns that are no key figure of the list.</param>
        /// <param name="AboutDescent">Columns about descent that were passed over.</param>
        public sealed record Imported(
            int Year, int Changed, int Values, IReadOnlyList<KeyFigureCode> Bound, IReadOnlyList<string> Unbound,
            int AboutDescent) : Outcome
        {
            /// <summary>Gemeenten that have figures now.</summary>
            public required int Municipalities { get; init; }

            /// <summary>Gemeenten in the file whose areas of that year are not loaded.</summary>
            public required IReadOnlyList<AreaCode> Elsewhere { get; init; }
        }

        /// <summary>Nothing was changed: the file is not right.</summary>
        /// <param name="Findings">The first hundred things that are wrong.</param>
        /// <param name="Total">How many things are wrong.</param>
        public sealed record Refused(IReadOnlyList<ImportFinding> Findings, int Total) : Outcome;
    }
}
