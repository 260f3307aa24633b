using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

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
