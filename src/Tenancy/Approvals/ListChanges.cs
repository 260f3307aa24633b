using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>A change that was asked for, and what became of it.</summary>
public sealed record ChangeLine
{
    public required Guid Id { get; init; }

    /// <summary>The word of its kind.</summary>
    public required string Word { get; init; }

    /// <summary>The account it is about; null when it is about the gemeente.</summary>
    public required Guid? About { get; init; }

    public required IReadOnlyList<ChangedValue> Values { get; init; }

    public required string Why { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>After this moment nobody may approve it any more.</summary>
    public required DateTime Until { get; init; }

    public required Guid? AskedById { get; init; }

    public required string AskedBy { get; init; }

    public required string AskedAs { get; init; }

    public required ChangeState State { get; init; }

    public DateTime? DecidedAt { get; init; }

    public Guid? DecidedById { get; init; }

    public string DecidedBy { get; init; } = "";

    public string Reason { get; init; } = "";
}

/// <summary>Lists the changes that were asked for at the current tenant: open ones first, then the newest.</summary>
public sealed class ListChanges
{
    private const int MostDecided = 100;

    private readonly TenantDb _db;
    private readonly ChangeKinds _kinds;
    private readonly TimeProvider _time;

    internal ListChanges(TenantDb db, ChangeKinds kinds, TimeProvider time) =>
        (_db, _kinds, _time) = (db, kinds, time);

    public async Task<IReadOnlyList<ChangeLine>> Execute(CancellationToken cancel)
    {
        var (requests, now) = (_db.ChangeRequests, _time.GetUtcNow().UtcDateTime);
        var open = await requests.AsNoTracking().Where(r => r.State == ChangeState.Open)
            .OrderBy(r => r.AskedAt).ToListAsync(cancel);
        var decided = await requests.AsNoTracking().Where(r => r.State != ChangeState.Open)
            .OrderByDescending(r => r.DecidedAt).Take(MostDecided).ToListAsync(cancel);
        return [.. open.Concat(decided).Select(r => ToLine(r, now)).OrderBy(l => l.State != ChangeState.Open)];
    }

    /// <summary>How many wait for a second person.</summary>
    public async Task<int> Waiting(CancellationToken cancel) =>
        (await Execute(cancel)).Count(l => l.State == ChangeState.Open);

    private ChangeLine ToLine(ChangeRequest request, DateTime now) => new()
    {
        Id = request.Id, Word = _kinds.Of(request.Kind).Word, About = request.About,
        Values = ChangeKinds.Read(request.Values), Why = request.Why, AskedAt = request.AskedAt,
        Until = request.AskedAt + ChangeRequest.Valid, AskedById = request.AskedById, AskedBy = request.AskedBy,
        AskedAs = request.AskedAs,
        // Too old, though the night in which that is put on the record has yet to come.
        State = request.State == ChangeState.Open && !request.IsOpenAt(now) ? ChangeState.Expired : request.State,
        DecidedAt = request.DecidedAt, DecidedById = request.DecidedById, DecidedBy = request.DecidedBy,
        Reason = request.Reason,
    };
}
