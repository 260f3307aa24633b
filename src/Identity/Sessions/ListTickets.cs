using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>Where somebody is signed in on one host.</summary>
/// <param name="SignIn">Of which sign-in.</param>
/// <param name="Began">When, UTC.</param>
/// <param name="Seen">When it was last used, about, UTC.</param>
public sealed record TicketLine(Guid SignIn, DateTime Began, DateTime Seen);

/// <summary>Lists where somebody is signed in on this host, and how often elsewhere; for herself alone.</summary>
public sealed class ListTickets(IDbContextFactory<IdentityDb> databases)
{
    /// <param name="user">Who.</param>
    /// <param name="host">Id of the host's client.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<(IReadOnlyList<TicketLine> Here, int Elsewhere)> Execute(
        Guid user, string host, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var tickets = db.Tickets;
        var here = await tickets.AsNoTracking().Where(t => t.User == user && t.Host == host)
            .OrderByDescending(t => t.IssuedAt)
            .Select(t => new TicketLine(t.SignIn, t.IssuedAt, t.SeenAt)).ToListAsync(cancel);
        var elsewhere = await tickets.CountAsync(
            t => t.User == user && t.Host != host && t.Host != SiteAddresses.IdentityHost, cancel);
        return (here, elsewhere);
    }
}
