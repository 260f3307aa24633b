using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Deletes what opens nothing any more: tokens and authorizations, tickets, invitations. Safe to repeat. A token that
/// was used stays as long as any token lives, so that its second use is known for what it is.
/// </summary>
[PlatformJob]
public sealed class ForgetExpired(IServiceScopeFactory scopes, IOptions<SignInOptions> signIn, TimeProvider time)
{
    /// <summary>How long one can still see that an invitation was not accepted in time.</summary>
    private static readonly TimeSpan InvitationsKept = TimeSpan.FromDays(30);

    /// <returns>How many of each there were.</returns>
    public async Task<ForgottenEntries> Execute(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var now = time.GetUtcNow();
        var before = now - ConfigureServer.LongestToken;
        var (seen, began, expired) = (
            (now - signIn.Value.Idle).UtcDateTime, (now - signIn.Value.Longest).UtcDateTime,
            (now - InvitationsKept).UtcDateTime);
        var db = services.GetRequiredService<IdentityDb>();
        var (tickets, invitations) = (db.Tickets, db.Invitations);
        return new ForgottenEntries(
            await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(before, cancel),
            await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(before, cancel),
            await tickets.Where(t => t.SeenAt < seen || t.IssuedAt < began).ExecuteDeleteAsync(cancel),
            await invitations.Where(i => i.ExpiresAt < expired).ExecuteDeleteAsync(cancel));
    }
}

/// <summary>How many entries were of no more use.</summary>
public sealed record ForgottenEntries(long Tokens, long Authorizations, int Tickets, int Invitations);
