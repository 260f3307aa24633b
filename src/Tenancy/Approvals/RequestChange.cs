using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Tenancy;

/// <summary>What asking for a change can end in.</summary>
public abstract record RequestOutcome
{
    private RequestOutcome()
    {
    }

    /// <summary>It waits for a second person.</summary>
    public sealed record Asked(Guid Request) : RequestOutcome;

    /// <summary>It is in force without a second person, and the record says so.</summary>
    public sealed record Applied(Guid Request) : RequestOutcome;

    /// <summary>It is so already; nothing was asked.</summary>
    public sealed record Unchanged : RequestOutcome;

    /// <summary>It cannot be; nothing was asked.</summary>
    public sealed record Refused(string Sentence) : RequestOutcome;
}

/// <summary>
/// Asks for a change that takes effect once a second person approves it. The command line of a platform on one machine
/// is alone by nature: there it takes effect at once.
/// </summary>
public sealed class RequestChange
{
    private readonly TenantChanges _changes;
    private readonly ChangeKinds _kinds;
    private readonly FinishChange _finish;
    private readonly TenancyOptions _options;

    internal RequestChange(
        TenantChanges changes, ChangeKinds kinds, FinishChange finish, IOptions<TenancyOptions> options) =>
        (_changes, _kinds, _finish, _options) = (changes, kinds, finish, options.Value);

    /// <param name="given">What is asked; its type says which kind of change it is.</param>
    /// <param name="why">For the record, and for who decides.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<RequestOutcome> Execute<TGiven>(
        TGiven given, string why, Person by, CancellationToken cancel) where TGiven : notnull
    {
        var (kind, text) = (_kinds.Of(typeof(TGiven)), ChangeKind<TGiven>.Write(given));
        if (kind.ObjectionTo(text) is { } objection)
            return new RequestOutcome.Refused(objection);
        var isAlone = by.User is null && _options.Profile == Profile.Embedded;
        if (string.IsNullOrWhiteSpace(why) && !isAlone)
            return new RequestOutcome.Refused("Reden: '' klopt niet. Het moet zijn: een zin die zegt waarom.");
        await using var change = await _changes.Begin(cancel);
        var values = await kind.Compare(change.Db, text, cancel);
        if (values.Count == 0)
            return new RequestOutcome.Unchanged();
        if (!isAlone && await IsAskedAlready(change, kind, kind.AboutOf(text), cancel))
            return new RequestOutcome.Refused(
                $"Er wacht al een aanvraag over {kind.Word} op goedkeuring. "
                + "Trek die in of laat er eerst over beslissen.");
        var request = Make(kind.Name, text, kind.AboutOf(text), values, ChangeKinds.Cut(why, ChangeRequest.LongestWhy),
            by, change.At, isAlone);
        change.Db.ChangeRequests.Add(request);
        change.Record(
            _kinds.Event(isAlone ? "change.applied-alone" : "change.asked", request, request.Why,
                isAlone ? "zonder tweede persoon" : "gelukt"),
            by.Actor);
        if (isAlone)
            await kind.Apply(change, text, by.Actor, cancel);
        await change.Commit(cancel);
        if (!isAlone)
            return new RequestOutcome.Asked(request.Id);
        await _finish.Execute(request.Id, cancel);
        return new RequestOutcome.Applied(request.Id);
    }

    private static ChangeRequest Make(
        string kind, string given, Guid? about, IReadOnlyList<ChangedValue> values, string why, Person by,
        DateTime at, bool isAlone) => new()
        {
            Id = Guid.CreateVersion7(), Kind = kind, Given = given, About = about, Values = ChangeKinds.Write(values),
            Why = why, AskedAt = at, AskedById = by.User, AskedBy = by.Actor.Name, AskedAs = by.Roles,
            State = isAlone ? ChangeState.Alone : ChangeState.Open, DecidedAt = isAlone ? at : null,
        };

    private static async Task<bool> IsAskedAlready(
        AuditedChange<TenantDb> change, ChangeKind kind, Guid? about, CancellationToken cancel)
    {
        var (requests, name) = (change.Db.ChangeRequests, kind.Name);
        var open = await requests.AsNoTracking().Where(r => r.Kind == name && r.State == ChangeState.Open)
            .ToListAsync(cancel);
        return open.Any(r => r.About == about && r.IsOpenAt(change.At));
    }
}
