using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Ends tickets: of one sign-in on every host, or of somebody everywhere. Other processes follow within
/// half a minute.</summary>
public sealed class EndSessions
{
    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly IMemoryCache _memory;

    internal EndSessions(IDbContextFactory<IdentityDb> databases, IMemoryCache memory) =>
        (_databases, _memory) = (databases, memory);

    /// <returns>How many tickets there were.</returns>
    public Task<int> OfSignIn(Guid signIn, CancellationToken cancel) => End(t => t.SignIn == signIn, cancel);

    /// <returns>How many tickets there were.</returns>
    public Task<int> OfUser(Guid user, CancellationToken cancel) => End(t => t.User == user, cancel);

    /// <summary>
    /// At one gemeente, and at the provider, where she proves anew who she is before any host lets her in again. Where
    /// else she is signed in now she stays so.
    /// </summary>
    /// <returns>How many tickets of that gemeente there were.</returns>
    public async Task<int> OfUserAt(Guid user, TenantId at, CancellationToken cancel)
    {
        var code = at.Code;
        var ended = await End(t => t.User == user && t.Tenant == code, cancel);
        await End(t => t.User == user && t.Host == SiteAddresses.IdentityHost, cancel);
        return ended;
    }

    /// <summary>Of somebody everywhere, but for the sign-in she is using.</summary>
    /// <returns>How many tickets there were.</returns>
    public Task<int> OthersOf(Guid user, Guid signIn, CancellationToken cancel) =>
        End(t => t.User == user && t.SignIn != signIn, cancel);

    private async Task<int> End(
        System.Linq.Expressions.Expression<Func<Ticket, bool>> which, CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var tickets = db.Tickets;
        var hashes = await tickets.Where(which).Select(t => t.KeyHash).ToListAsync(cancel);
        await tickets.Where(t => hashes.Contains(t.KeyHash)).ExecuteDeleteAsync(cancel);
        foreach (var hash in hashes)
            _memory.Remove(KeepTickets.NameOf(hash));
        return hashes.Count;
    }
}
