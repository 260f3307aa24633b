namespace Twente.Igw.Tenancy;

/// <summary>A second person's decision about a change that was asked for; nobody decides about her own.</summary>
public sealed class DecideChange
{
    private readonly TenantChanges _changes;
    private readonly ChangeKinds _kinds;
    private readonly FinishChange _finish;

    internal DecideChange(TenantChanges changes, ChangeKinds kinds, FinishChange finish) =>
        (_changes, _kinds, _finish) = (changes, kinds, finish);

    /// <summary>It takes effect now, when it can still be what was asked.</summary>
    public async Task<Outcome> Approve(Guid id, string reason, Person by, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var request = await change.Db.ChangeRequests.FindAsync([id], cancel);
        if (ObstacleTo(request, change.At) is { } obstacle)
            return obstacle;
        if (IsOwn(request!, by))
            return new Outcome.Own();
        var kind = _kinds.Of(request!.Kind);
        if (kind.ObjectionTo(request.Given) is { } objection)
            return new Outcome.Refused(objection);
        // Who approves saw what would change; when that is something else by now she must see it first.
        var now = await kind.Compare(change.Db, request.Given, cancel);
        if (!now.SequenceEqual(ChangeKinds.Read(request.Values)))
            return new Outcome.Outdated();
        Settle(request, ChangeState.Approved, by, reason, change.At);
        change.Record(_kinds.Event("change.approved", request, request.Reason), by.Actor);
        await kind.Apply(change, request.Given, by.Actor, cancel);
        await change.Commit(cancel);
        await _finish.Execute(id, cancel);
        return new Outcome.Decided();
    }

    /// <summary>It does not take effect.</summary>
    public async Task<Outcome> Reject(Guid id, string reason, Person by, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return new Outcome.Refused("Reden: '' klopt niet. Het moet zijn: een zin die zegt waarom u afwijst.");
        await using var change = await _changes.Begin(cancel);
        var request = await change.Db.ChangeRequests.FindAsync([id], cancel);
        if (ObstacleTo(request, change.At) is { } obstacle)
            return obstacle;
        if (IsOwn(request!, by))
            return new Outcome.Own();
        return await End(change, request!, new(ChangeState.Rejected, "change.rejected", reason), by, cancel);
    }

    /// <summary>Who asked for it wants it no more.</summary>
    public async Task<Outcome> TakeBack(Guid id, Person by, CancellationToken cancel)
    {
        await using var change = await _changes.Begin(cancel);
        var request = await change.Db.ChangeRequests.FindAsync([id], cancel);
        if (ObstacleTo(request, change.At) is { } obstacle)
            return obstacle;
        if (request!.AskedById != by.User)
            return new Outcome.Unknown();
        return await End(change, request, new(ChangeState.TakenBack, "change.taken-back", ""), by, cancel);
    }

    private async Task<Outcome> End(
        AuditedChange<TenantDb> change, ChangeRequest request, Ending how, Person by, CancellationToken cancel)
    {
        Settle(request, how.State, by, how.Reason, change.At);
        change.Record(_kinds.Event(how.Event, request, request.Reason), by.Actor);
        await change.Commit(cancel);
        return new Outcome.Decided();
    }

    private static Outcome? ObstacleTo(ChangeRequest? request, DateTime now) => request switch
    {
        null => new Outcome.Unknown(),
        _ when !request.IsOpenAt(now) => new Outcome.WrongState(),
        _ => null,
    };

    /// <summary>What somebody asked for, and what would be given to her, another decides about.</summary>
    private static bool IsOwn(ChangeRequest request, Person by) =>
        request.AskedById == by.User || request.About == by.User;

    private static void Settle(ChangeRequest request, ChangeState state, Person by, string reason, DateTime at) =>
        (request.State, request.DecidedAt, request.DecidedById, request.DecidedBy, request.Reason) =
            (state, at, by.User, by.Actor.Name, ChangeKinds.Cut(reason, ChangeRequest.LongestWhy));

    private sealed record Ending(ChangeState State, string Event, string Reason);

    /// <summary>What deciding about a change can end in.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>The request is decided, and holds or not accordingly.</summary>
        public sealed record Decided : Outcome;

        /// <summary>This gemeente has no such request, or it is not hers to take back.</summary>
        public sealed record Unknown : Outcome;

        /// <summary>She asked for it herself, or it is about her; nothing was changed.</summary>
        public sealed record Own : Outcome;

        /// <summary>It was decided already, or it is too old; nothing was changed.</summary>
        public sealed record WrongState : Outcome;

        /// <summary>What holds now is something else than when it was asked; nothing was changed.</summary>
        public sealed record Outdated : Outcome;

        /// <summary>It cannot be; nothing was changed.</summary>
        public sealed record Refused(string Sentence) : Outcome;
    }
}
