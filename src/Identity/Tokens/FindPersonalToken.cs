using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Whose a token is that works here and now.</summary>
/// <param name="User">Who made it.</param>
/// <param name="Name">As shown to herself.</param>
/// <param name="Origin">Through which door she comes, for the record.</param>
public sealed record TokenHolder(Guid User, string Name, string Origin);

/// <summary>
/// Finds whose a token is: of this gemeente and this use, not withdrawn, within its days, by a membership that holds
/// and an account that is in use. Anything else is nobody.
/// </summary>
public sealed class FindPersonalToken
{
    /// <summary>When it was last used is kept no finer than this, so that reading seldom writes.</summary>
    private static readonly TimeSpan UsedWithin = TimeSpan.FromMinutes(1);

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal FindPersonalToken(IDbContextFactory<IdentityDb> databases, RecordAccess record, TimeProvider time) =>
        (_databases, _record, _time) = (databases, record, time);

    /// <param name="secret">What the program sent.</param>
    /// <param name="at">Code of the gemeente whose host was asked.</param>
    /// <param name="use">What was asked for.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<TokenHolder?> Execute(string secret, string at, TokenUse use, CancellationToken cancel)
    {
        var (hash, now) = (InviteUser.HashOf(secret), _time.GetUtcNow().UtcDateTime);
        var today = DateOnly.FromDateTime(now);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var (tokens, memberships, users) = (db.PersonalTokens, db.Memberships, db.Users);
        var token = await tokens.AsNoTracking().SingleOrDefaultAsync(t => t.SecretHash == hash, cancel);
        if (token is null || !token.HoldsOn(today))
            return null;
        if (token.At != at || token.Use != use)
        {
            await RecordElsewhere(token, cancel);
            return null;
        }
        var membership = await memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == token.Membership, cancel);
        var user = await users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == token.User, cancel);
        if (membership?.HoldsOn(today) != true || user is null or { IsDisabled: true })
            return null;
        if (token.UsedAt is null || now - token.UsedAt > UsedWithin)
            await tokens.Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.UsedAt, now), cancel);
        return new TokenHolder(user.Id, user.DisplayName, MakePersonalToken.WordOf(token));
    }

    /// <summary>Its own gemeente must know that it is tried elsewhere; where, is nobody's business there.</summary>
    private Task RecordElsewhere(PersonalToken token, CancellationToken cancel) => _record.Execute(
        token.At,
        new AuditEvent("token.refused", $"{MakePersonalToken.WordOf(token)} waar die niet geldt", "geweigerd"),
        new Actor(Pseudonym.Of(token.User), MakePersonalToken.WordOf(token)), cancel);
}
