using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>The crosswalks of one municipality, of every state.</summary>
public sealed class ListCrosswalks
{
    private readonly IDbContextFactory<CatalogueDb> _catalogues;

    internal ListCrosswalks(IDbContextFactory<CatalogueDb> catalogues) => _catalogues = catalogues;

    /// <summary>The newest first, with their rows.</summary>
    public async Task<IReadOnlyList<Crosswalk>> Execute(AreaCode municipality, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var code = municipality.Code;
        return await Read(db, h => h.Municipality == code, cancel);
    }

    /// <summary>One of them; null when this municipality has none with this number.</summary>
    public async Task<Crosswalk?> Find(AreaCode municipality, long number, CancellationToken cancel)
    {
        await using var db = await _catalogues.CreateDbContextAsync(cancel);
        var code = municipality.Code;
        return (await Read(db, h => h.Municipality == code && h.Number == number, cancel)).SingleOrDefault();
    }

    /// <summary>Those in use.</summary>
    internal static Task<IReadOnlyList<Crosswalk>> Reviewed(
        CatalogueDb db, AreaCode municipality, CancellationToken cancel)
    {
        var code = municipality.Code;
        return Read(db, h => h.Municipality == code && h.State == CrosswalkState.Reviewed, cancel);
    }

    private static async Task<IReadOnlyList<Crosswalk>> Read(
        CatalogueDb db, System.Linq.Expressions.Expression<Func<CrosswalkHead, bool>> which, CancellationToken cancel)
    {
        var (heads, all) = (db.Crosswalks, db.CrosswalkLines);
        var found = await heads.AsNoTracking().Where(which).OrderByDescending(h => h.Number).ToListAsync(cancel);
        if (found.Count == 0)
            return [];
        var (municipality, numbers) = (found[0].Municipality, found.Select(h => h.Number).ToArray());
        var lines = await all.AsNoTracking()
            .Where(l => l.Municipality == municipality && numbers.Contains(l.Number)).ToListAsync(cancel);
        var byNumber = lines.ToLookup(l => l.Number);
        return [.. found.Select(h => h.ToCrosswalk(byNumber[h.Number]))];
    }
}
