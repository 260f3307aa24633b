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
    private readonly bool _ownsDb;
    private readonly List<(AuditEvent What, Actor Actor)> _events = [];

    internal AuditedChange(AuditedDatabase<TDb> on, AuditHeads heads, TimeProvider time, IDbContextTransaction held)
    {
        (Db, _chain, _ownsDb) = on;
        (_heads, _time, _transaction) = (heads, time, held);
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
        _heads.Tell(_chain, _events.Select(e => e.What));
        if (lines.Count > 1)
            await _heads.Confirm(_chain, lines[^1], cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        if (_ownsDb)
            await Db.DisposeAsync();
    }

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

/// <summary>The database a change is made in.</summary>
/// <param name="Db">Its context.</param>
/// <param name="Chain">Name of its audit chain.</param>
/// <param name="EndsWithChange">Whether the context was opened for this change alone.</param>
internal sealed record AuditedDatabase<TDb>(TDb Db, string Chain, bool EndsWithChange) where TDb : DbContext;
