using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Gives an administrator a new link for somebody of her gemeente who did not take her account into use yet; the one
/// before works no more.
/// </summary>
public sealed class InviteAgain
{
    private readonly KnownAt _known;
    private readonly MakeInvitation _make;
    private readonly RecordAccess _record;

    internal InviteAgain(KnownAt known, MakeInvitation make, RecordAccess record) =>
        (_known, _make, _record) = (known, make, record);

    public async Task<Outcome> Execute(TenantId at, Guid user, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (await _known.Find(user, at.Code, cancel) is not { } found)
            return new Outcome.Unknown();
        // The same sentence for every reason: it must not tell where else somebody works.
        if (found.IsDisabled || found.PasswordHash is not null || found.Federation.Length > 0
            || await _known.ElsewhereThan(user, at.Code, cancel))
            return new Outcome.Refused("Voor dit account geeft alleen de platformbeheerder een nieuwe link.");
        await _record.Execute(
            at.Code, new AuditEvent("user.invited-again", Pseudonym.Of(user)), by.Actor, cancel);
        return new Outcome.Invited(found.Email!, found.DisplayName, await _make.Execute(user, at.Code, cancel));
    }

    /// <summary>What asking for a new link can end in.</summary>
    public abstract record Outcome
    {
        private Outcome()
        {
        }

        /// <summary>The link was made anew; the one before works no more.</summary>
        public sealed record Invited(string Mail, string Name, Uri Link) : Outcome;

        /// <summary>Nobody of this gemeente is meant.</summary>
        public sealed record Unknown : Outcome;

        /// <summary>Nothing was done.</summary>
        public sealed record Refused(string Sentence) : Outcome;
    }
}
