using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Ends where somebody is signed in at one gemeente, on its record; she proves anew who she is before she comes back.
/// </summary>
public sealed class SignOutUser
{
    private readonly KnownAt _known;
    private readonly EndSessions _end;
    private readonly RecordAccess _record;

    internal SignOutUser(KnownAt known, EndSessions end, RecordAccess record) =>
        (_known, _end, _record) = (known, end, record);

    public async Task<AccessOutcome> Execute(TenantId at, Guid user, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await _known.Find(user, at.Code, cancel) is null)
            return new AccessOutcome.Unknown();
        await _record.Execute(at.Code, new AuditEvent("user.signed-out", Pseudonym.Of(user)), by.Actor, cancel);
        await _end.OfUserAt(user, at, cancel);
        return new AccessOutcome.Done();
    }

    /// <summary>On every host; on the platform's record.</summary>
    /// <returns>How many tickets there were.</returns>
    public async Task<int> Everywhere(Guid user, Actor actor, CancellationToken cancel)
    {
        await _record.Execute("", new AuditEvent("user.signed-out", Pseudonym.Of(user)), actor, cancel);
        return await _end.OfUser(user, cancel);
    }
}
