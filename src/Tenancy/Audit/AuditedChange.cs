using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Twente.Igw.Tenancy;

/// <summary>
/// A change under the exclusive lock of one database. Whatever is recorded is committed with the change or not at
/// all; disposing without <see cref="Commit"/> undoes everything.
/// </summary>
public sealed class AuditedChange<TDb> : IAsyncDisposable where TDb : DbContext
{
    private readonly AuditHeads _heads;
    private readonly TimeProvider _time;
    private readonly string _chain;
    private readonly IDbContextTransaction _transaction;
    private readonly List<(AuditEvent What, Actor Actor)> _events = [];

    internal AuditedChange(TDb db, string chain, AuditHeads heads, TimeProvider time, IDbContextTransaction transaction)
    {
        (Db, _chain, _heads, _time, _transaction) = (db, chain, heads, time, transaction);
        At = time.GetUtcNow().UtcDateTime;
    }

    public TDb Db { get; }

    /// <summary>When the change began; one moment for everything in it.</summary>
    public DateTime At { get; }

    public void Record(AuditEvent what, Actor actor) => _events.Add((what, actor));

    /// <summary>Saves, seals the recorded events into the chain and commits.</summary>
    public async Task Commit(CancellationToken cancel)
    {
        var lines = await Seal(cancel);
        await Db.SaveChangesAsync(cancel);
        if (lines.Count > 1)
            await _heads.Announce(_chain, lines[0], lines[^1], cancel);
        await _transaction.CommitAsync(cancel);
        if (lines.Count > 1)
            await _heads.Confirm(_chain, lines[^1], cancel);
    }

    public ValueTask DisposeAsync() => _transaction.DisposeAsync();

    /// <summary>The chain's present last line followed by the new ones.</summary>
    private async Task<List<AuditLine>> Seal(CancellationToken cancel)
    {
        var chain = Db.Set<AuditLine>();
        var last = await chain.AsNoTracking().OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        List<AuditLine> lines = [last ?? Beginning()];
        foreach (var (what, actor) in _events)
        {
            var head = new AuditHead { Chain = _chain, Number = lines[^1].Number, Hash = lines[^1].Hash };
            lines.Add(AuditLine.Next(head, what, actor, _time.GetUtcNow().UtcDateTime));
        }
        chain.AddRange(lines.Skip(1));
        return lines;
    }

    private AuditLine Beginning() => new()
    {
        Number = 0, At = At, Event = "", Result = "", Actor = "", Origin = "", Subject = "", Purpose = "",
        PreviousHash = AuditHead.Start, Hash = AuditHead.Start,
    };
}
