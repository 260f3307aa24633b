using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Ends a token of one's own at once. On the record of the gemeente.</summary>
public sealed class WithdrawPersonalToken
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal WithdrawPersonalToken(
        IDbContextFactory<IdentityDb> databases, RecordAccess record, TimeProvider time) =>
        (_databases, _record, _time) = (databases, record, time);

    /// <returns>False when she has no such token at this gemeente; true also when it was withdrawn before.</returns>
    public async Task<bool> Execute(Guid user, string at, Guid id, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var tokens = db.PersonalTokens;
        var token = await tokens.SingleOrDefaultAsync(t => t.Id == id && t.User == user && t.At == at, cancel);
        if (token is not { WithdrawnAt: null })
            return token is not null;
        await _record.Execute(
            at, new AuditEvent("token.withdrawn", MakePersonalToken.WordOf(token)),
            new Actor(Pseudonym.Of(user), "website"), cancel);
        token.WithdrawnAt = _time.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
