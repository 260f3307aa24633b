using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>Adds lines to a gemeente's own list of key figures, or replaces those that are there.</summary>
public sealed class DefineKeyFigures(TenantChanges changes, KeyFigureStore store)
{
    /// <param name="lines">Lines as <see cref="KeyFigure.Parse"/> reads them, without the heading.</param>
    /// <param name="actor">Who decides it.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <returns>How many lines the list got or changed.</returns>
    /// <exception cref="FormatException">A line cannot be read, is about descent, or belongs to CBS.</exception>
    public async Task<int> Execute(IReadOnlyList<string> lines, Actor actor, CancellationToken cancel)
    {
        var given = lines.Zip(lines.Select(KeyFigure.Parse)).ToList();
        _ = KeyFigureList.Default.With([.. given.Select(g => g.Second)]);
        await using var change = await changes.Begin(cancel);
        var own = change.Db.OwnKeyFigures;
        var known = await own.ToDictionaryAsync(o => o.Code, cancel);
        var changed = given.Where(g => known.GetValueOrDefault(g.Second.Code.Code)?.Line != g.First).ToList();
        if (changed.Count == 0)
            return 0;
        foreach (var (line, figure) in changed)
            if (known.TryGetValue(figure.Code.Code, out var row))
                row.Line = line;
            else
                own.Add(new OwnKeyFigure { Code = figure.Code.Code, Line = line });
        var version = await change.Db.RaiseVersion(cancel);
        change.Db.VersionMoments.Add(new VersionMoment { Version = version, At = change.At });
        change.Record(
            new AuditEvent("keyfigures.defined", string.Join(", ", changed.Select(c => c.Second.Code))), actor);
        await change.Commit(cancel);
        await store.RefreshIfLoaded(cancel);
        return changed.Count;
    }
}
