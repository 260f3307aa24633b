using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Twente.Igw.Identity;

/// <summary>Makes the link by which somebody takes her account into use; an earlier one works no more.</summary>
internal sealed class MakeInvitation(
    IServiceScopeFactory scopes, SiteAddresses sites, IDataProtectionProvider protection, TimeProvider time)
{
    public async Task<Uri> Execute(Guid user, string at, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var key = scope.ServiceProvider.GetRequiredService<UserManager<User>>().GenerateNewAuthenticatorKey();
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var (invitations, now) = (db.Invitations, time.GetUtcNow().UtcDateTime);
        foreach (var earlier in await invitations
            .Where(i => i.User == user && i.UsedAt == null && i.ExpiresAt > now).ToListAsync(cancel))
            earlier.ExpiresAt = now;
        invitations.Add(new Invitation
        {
            Id = Guid.CreateVersion7(), SecretHash = HashOf(secret), User = user, At = at,
            ProtectedKey = protection.CreateProtector(InviteUser.KeyPurpose).Protect(key),
            ExpiresAt = now + InviteUser.Valid,
        });
        await db.SaveChangesAsync(cancel);
        return new Uri(sites.Issuer, $"{InviteUser.Path}/{secret}");
    }

    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
