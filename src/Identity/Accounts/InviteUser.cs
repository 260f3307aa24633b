using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Who is invited, and for what.</summary>
public sealed record NewInvitation
{
    /// <summary>Where she gets her mail; nobody else signs in with it.</summary>
    public required string Mail { get; init; }

    public required string DisplayName { get; init; }

    public required NewMembership Membership { get; init; }
}

/// <summary>What became of an invitation.</summary>
public abstract record InvitationOutcome
{
    private InvitationOutcome()
    {
    }

    /// <summary>She makes her account by this link, within <see cref="InviteUser.Valid"/>.</summary>
    public sealed record Invited(Guid User, Uri Link) : InvitationOutcome;

    /// <summary>She had an account already and has one more role now.</summary>
    public sealed record HadAccount(Guid User) : InvitationOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(string Sentence) : InvitationOutcome;
}

/// <summary>Makes an account for somebody, with one role, and a link by which she takes it into use.</summary>
public sealed class InviteUser(
    IServiceScopeFactory scopes, GiveRole give, SiteAddresses sites, IDataProtectionProvider protection,
    TimeProvider time)
{
    /// <summary>What encrypts the key of a second step while it is only offered.</summary>
    internal const string KeyPurpose = "igw.invitation";

    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromDays(3);

    /// <summary>Where the link leads, on the id host.</summary>
    public const string Path = "/uitnodiging";

    public async Task<InvitationOutcome> Execute(NewInvitation invited, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(invited);
        if (give.ObjectionTo(invited.Membership) is { } objection)
            return new InvitationOutcome.Refused(objection);
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        if (await users.FindByEmailAsync(invited.Mail) is { Federation.Length: > 0 })
            return new InvitationOutcome.Refused("Deze gebruiker meldt aan met het account van de gemeente.");
        if (await users.FindByEmailAsync(invited.Mail) is { PasswordHash: not null } known)
        {
            await give.Execute(known.Id, invited.Membership, actor, cancel);
            return new InvitationOutcome.HadAccount(known.Id);
        }
        var user = await users.FindByEmailAsync(invited.Mail) ?? new User
        {
            Id = Guid.CreateVersion7(), UserName = invited.Mail, Email = invited.Mail,
            DisplayName = invited.DisplayName, CreatedAt = time.GetUtcNow().UtcDateTime,
        };
        if (user.SecurityStamp is null && await users.CreateAsync(user) is { Succeeded: false } refused)
            return new InvitationOutcome.Refused(Say(refused));
        var link = await LinkFor(scope.ServiceProvider, user.Id, cancel);
        await give.Execute(user.Id, invited.Membership, actor, cancel);
        return new InvitationOutcome.Invited(user.Id, link);
    }

    /// <summary>A new link for somebody who has an account: she chooses password and second step anew.</summary>
    /// <returns>Null when nobody has this address.</returns>
    public async Task<Uri?> Again(string mail, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(mail);
        return user is null or { IsDisabled: true } or { Federation.Length: > 0 } ? null
            : await LinkFor(scope.ServiceProvider, user.Id, cancel);
    }

    internal static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private async Task<Uri> LinkFor(IServiceProvider services, Guid user, CancellationToken cancel)
    {
        var db = services.GetRequiredService<IdentityDb>();
        var key = services.GetRequiredService<UserManager<User>>().GenerateNewAuthenticatorKey();
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        db.Invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(), SecretHash = HashOf(secret), User = user,
            ProtectedKey = protection.CreateProtector(KeyPurpose).Protect(key),
            ExpiresAt = time.GetUtcNow().UtcDateTime + Valid,
        });
        await db.SaveChangesAsync(cancel);
        return new Uri(sites.Issuer, $"{Path}/{secret}");
    }

    private static string Say(IdentityResult result) => string.Join(' ', result.Errors.Select(e => e.Description));
}
