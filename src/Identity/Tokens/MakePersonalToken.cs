using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>A token that is to be made.</summary>
public sealed record NewToken
{
    public required Guid User { get; init; }

    /// <summary>Code of the gemeente.</summary>
    public required string At { get; init; }

    public required TokenUse Use { get; init; }

    /// <summary>Where it is used: <c>Power BI van het veiligheidsteam</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>What became of making a token.</summary>
public abstract record TokenMade
{
    private TokenMade()
    {
    }

    /// <summary>It works from now on; the secret is shown once and kept nowhere.</summary>
    public sealed record Done(string Secret) : TokenMade;

    /// <summary>Nothing was made, and why.</summary>
    public sealed record Refused(string Sentence) : TokenMade;
}

/// <summary>
/// Makes a token for somebody's own program, of the membership that lets her do the same herself. On the record of the
/// gemeente.
/// </summary>
public sealed class MakePersonalToken
{
    internal const int LongestName = 60;

    /// <summary>Enough for every report of one person; more is hard to keep an eye on.</summary>
    private const int MostHeld = 10;

    /// <summary>By which tools that look for lost secrets know one of ours.</summary>
    private const string Prefix = "igw_";

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal MakePersonalToken(IDbContextFactory<IdentityDb> databases, RecordAccess record, TimeProvider time) =>
        (_databases, _record, _time) = (databases, record, time);

    public async Task<TokenMade> Execute(NewToken given, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(given);
        var (now, name) = (_time.GetUtcNow().UtcDateTime, given.Name.Trim());
        var today = DateOnly.FromDateTime(now);
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var membership = await MembershipFor(db, given, today, cancel);
        if (await ObjectionTo(db, given with { Name = name }, membership, today, cancel) is { } objection)
            return new TokenMade.Refused(objection);
        var secret = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var token = new PersonalToken
        {
            Id = Guid.CreateVersion7(), SecretHash = InviteUser.HashOf(secret), User = given.User,
            Membership = membership!.Id, At = given.At, Use = given.Use, Name = name, MadeAt = now,
            Until = given.Until,
        };
        await _record.Execute(
            given.At, new AuditEvent("token.made", $"{WordOf(token)}, tot en met {given.Until:dd-MM-yyyy}"),
            new Actor(Pseudonym.Of(given.User), "website"), cancel);
        db.PersonalTokens.Add(token);
        await db.SaveChangesAsync(cancel);
        return new TokenMade.Done(secret);
    }

    /// <summary>As it stands on the record: a name of her own choice might name somebody.</summary>
    internal static string WordOf(PersonalToken token) => WordOf(token.Id);

    internal static string WordOf(Guid token) => $"koppeling-{token.ToString("N")[^10..]}";

    /// <summary>Of the memberships that allow it, the one that holds longest.</summary>
    private static async Task<Membership?> MembershipFor(
        IdentityDb db, NewToken given, DateOnly today, CancellationToken cancel)
    {
        var (user, at, needed) = (given.User, given.At, given.Use.Needs());
        var memberships = await db.Memberships.AsNoTracking()
            .Where(m => m.User == user && m.At == at).ToListAsync(cancel);
        return memberships.Where(m => m.HoldsOn(today)).Where(m =>
                RolePermissions.Of(m.Role).Permissions.Contains(needed)
                || (m.IsExact && needed == Permission.ReadExactFigures))
            .MaxBy(m => m.Until ?? DateOnly.MaxValue);
    }

    private static async Task<string?> ObjectionTo(
        IdentityDb db, NewToken given, Membership? membership, DateOnly today, CancellationToken cancel)
    {
        if (membership is null)
            return "U hebt nu geen rol waarmee u dit zelf mag lezen; een programma van u mag niet meer dan u.";
        if (given.Name.Length is 0 or > LongestName || given.Name.Any(char.IsControl))
            return $"Geef de koppeling een naam van 1 tot {LongestName} tekens, zoals ‘Power BI van het team’.";
        var latest = today.AddYears(1);
        if (given.Until < today || given.Until > latest)
            return $"De einddatum {given.Until:dd-MM-yyyy} kan niet: kies een dag van {today:dd-MM-yyyy} tot en met "
                + $"{latest:dd-MM-yyyy}.";
        if (membership.Until < given.Until)
            return $"Uw rol hier geldt tot en met {membership.Until:dd-MM-yyyy}; een koppeling kan niet langer duren.";
        var (user, at) = (given.User, given.At);
        var held = await db.PersonalTokens.AsNoTracking()
            .CountAsync(t => t.User == user && t.At == at && t.WithdrawnAt == null && t.Until >= today, cancel);
        return held >= MostHeld
            ? $"U hebt al {MostHeld} koppelingen die werken; dat is het meeste. Trek er eerst een in." : null;
    }
}
