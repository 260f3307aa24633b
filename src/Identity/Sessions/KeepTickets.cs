using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Keeps tickets in the database, so that they can be ended. A process remembers one for half a minute, and for five
/// while the database is away; one that was made for another host or gemeente is no ticket.
/// </summary>
internal sealed class KeepTickets(
    IDbContextFactory<IdentityDb> databases, IDataProtectionProvider protection, IHttpContextAccessor http,
    IMemoryCache memory, TimeProvider time) : ITicketStore
{
    internal static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhileAway = TimeSpan.FromMinutes(5);

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        RenewAsync(key, ticket, CancellationToken.None);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var key = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var (host, now) = (Here(), time.GetUtcNow().UtcDateTime);
        var user = SignedIn.UserOf(ticket.Principal) ?? Guid.Empty;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        db.Tickets.Add(new Ticket
        {
            KeyHash = HashOf(key), User = user,
            SignIn = SignedIn.SignInOf(ticket.Principal) ?? Guid.Empty, Host = host.Client, Tenant = host.Tenant,
            Protected = Encrypt(ticket, host), IssuedAt = now, SeenAt = now,
        });
        await db.SaveChangesAsync(cancellationToken);
        if (host.Tenant.Length > 0)
            await db.Memberships.Where(m => m.User == user && m.At == host.Tenant)
                .ExecuteUpdateAsync(m => m.SetProperty(x => x.SignedInAt, now), cancellationToken);
        return key;
    }

    public async Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var (hash, host) = (HashOf(key), Here());
        var (content, now) = (Encrypt(ticket, host), time.GetUtcNow().UtcDateTime);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tickets = db.Tickets;
        await tickets.Where(t => t.KeyHash == hash && t.Host == host.Client && t.Tenant == host.Tenant)
            .ExecuteUpdateAsync(
                t => t.SetProperty(x => x.Protected, content).SetProperty(x => x.SeenAt, now), cancellationToken);
        memory.Remove(NameOf(hash));
    }

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var known = memory.Get<Known>(NameOf(hash));
        if (known is not null && time.GetUtcNow() - known.At < Remembered)
            return Open(known.Row);
        try
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var tickets = db.Tickets;
            var row = await tickets.AsNoTracking().SingleOrDefaultAsync(t => t.KeyHash == hash, cancellationToken);
            if (row is null)
            {
                memory.Remove(NameOf(hash));
                return null;
            }
            memory.Set(NameOf(hash), new Known(row, time.GetUtcNow()), WhileAway);
            return Open(row);
        }
        catch (Exception failure) when (failure.IsDatabaseTrouble() && known is not null)
        {
            return Open(known.Row);
        }
    }

    public async Task RemoveAsync(string key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tickets = db.Tickets;
        await tickets.Where(t => t.KeyHash == hash).ExecuteDeleteAsync(cancellationToken);
        memory.Remove(NameOf(hash));
    }

    internal static string NameOf(string hash) => "ticket " + hash;

    private HostOfRequest Here() => HostOfRequest.Of(http.HttpContext!);

    private AuthenticationTicket? Open(Ticket row)
    {
        var here = Here();
        if (row.Host != here.Client || row.Tenant != here.Tenant || row.Host.Length == 0)
            return null;
        try
        {
            return TicketSerializer.Default.Deserialize(
                protection.CreateProtector(here.Purpose("ticket")).Unprotect(Convert.FromBase64String(row.Protected)));
        }
        catch (CryptographicException)
        {
            // Of a key that was taken out of use, or not made for this host.
            return null;
        }
    }

    private string Encrypt(AuthenticationTicket ticket, HostOfRequest host) => Convert.ToBase64String(
        protection.CreateProtector(host.Purpose("ticket")).Protect(TicketSerializer.Default.Serialize(ticket)));

    private static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private sealed record Known(Ticket Row, DateTimeOffset At);
}
