using Microsoft.Extensions.DependencyInjection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;

namespace Twente.Igw.Identity;

/// <summary>
/// The keys that this process signs and encrypts with, as last read. Every process reads them again each minute; a new
/// key is used only once all have read it, and an old one is still believed until what it signed has run out.
/// </summary>
public sealed class KeyRing : IDisposable
{
    /// <summary>Enough for a key of three months (NIST SP 800-57: until 2030); every client verifies it.</summary>
    private const int RsaBits = 2048;

    /// <summary>How long a key signs.</summary>
    internal static readonly TimeSpan Used = TimeSpan.FromDays(90);

    /// <summary>How long what was made with a key may stay valid: longer than any token.</summary>
    internal static readonly TimeSpan Believed = TimeSpan.FromDays(15);

    private readonly IServiceScopeFactory _scopes;
    private readonly IDataProtector _protector;
    private readonly TimeProvider _time;
    private readonly TimeSpan _announced;
    private volatile IReadOnlyList<OpenedKey> _keys = [];
    private IReadOnlyList<Guid> _order = [];
    private CancellationTokenSource _changed = new();

    /// <param name="scopes">Each reading has a database of its own.</param>
    /// <param name="protection">What the stored keys are encrypted with.</param>
    /// <param name="time">The clock.</param>
    /// <param name="announced">How long a new key is only known, so that every process and client has it.</param>
    internal KeyRing(
        IServiceScopeFactory scopes, IDataProtectionProvider protection, TimeProvider time, TimeSpan announced) =>
        (_scopes, _protector, _time, _announced) =
        (scopes, protection.CreateProtector("igw.server-keys"), time, announced);

    /// <summary>Says when other keys are to be used.</summary>
    internal IChangeToken Watch() => new CancellationChangeToken(_changed.Token);

    public void Dispose() => _changed.Dispose();

    /// <summary>Keys to sign with, the one in use first, then those that are only believed or announced.</summary>
    internal IReadOnlyList<SecurityKey> Signing => Of(ServerKeyUse.Sign);

    internal IReadOnlyList<SecurityKey> Encryption => Of(ServerKeyUse.Encrypt);

    /// <summary>Whether this client has its secret already.</summary>
    public bool Knows(string client) => SecretOf(client) is not null;

    /// <summary>The secret of one of the platform's own clients.</summary>
    internal string? SecretOf(string client) =>
        _keys.Where(k => k.Use == ServerKeyUse.Client(client)).Select(k => k.Secret).LastOrDefault();

    /// <summary>Reads the keys; makes the first of each when there is none.</summary>
    public async Task Load(CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = _time.GetUtcNow().UtcDateTime;
        foreach (var use in ServerKeyUse.Rotating)
            if (!await db.ServerKeys.AnyAsync(k => k.Use == use && k.RetiredAt > now, cancel))
                await Add(db, use, usedFrom: now, cancel);
        var rows = await db.ServerKeys.AsNoTracking().Where(k => k.RetiredAt > now).ToListAsync(cancel);
        var known = _keys.ToDictionary(k => k.Id);
        var keys = rows.OrderBy(r => r.CreatedAt).ThenBy(r => r.Id.ToString("N"), StringComparer.Ordinal)
            .Select(r => known.GetValueOrDefault(r.Id) ?? Open(r)).ToList();
        var order = InUseFirst(keys, ServerKeyUse.Sign, now).Select(k => k.Id).ToList();
        var isOther = !keys.Select(k => k.Id).SequenceEqual(_keys.Select(k => k.Id)) || !order.SequenceEqual(_order);
        (_keys, _order) = (keys, order);
        if (!isOther)
            return;
        using var before = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        await before.CancelAsync();
    }

    /// <summary>Makes the next key of each kind whose present one has been used long enough; safe to repeat.</summary>
    /// <param name="always">Also when it is not time yet, as after a leak.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<int> Rotate(bool always, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var now = _time.GetUtcNow().UtcDateTime;
        var made = 0;
        foreach (var use in ServerKeyUse.Rotating)
        {
            var newest = await db.ServerKeys.Where(k => k.Use == use).MaxAsync(k => (DateTime?)k.UsedFrom, cancel);
            if (!always && newest is { } from && now < from + Used)
                continue;
            await Add(db, use, now + _announced, cancel);
            made++;
        }
        await db.ServerKeys.Where(k => k.RetiredAt < now).ExecuteDeleteAsync(cancel);
        await Load(cancel);
        return made;
    }

    /// <summary>The secret of a client of our own, made at the first question.</summary>
    internal async Task<string> EnsureSecret(string client, CancellationToken cancel)
    {
        if (SecretOf(client) is { } known)
            return known;
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var use = ServerKeyUse.Client(client);
        if (!await db.ServerKeys.AnyAsync(k => k.Use == use, cancel))
            await Add(db, use, _time.GetUtcNow().UtcDateTime, cancel);
        await Load(cancel);
        return SecretOf(client)!;
    }

    private List<SecurityKey> Of(string use) =>
        [.. InUseFirst(_keys, use, _time.GetUtcNow().UtcDateTime).Select(k => k.Key!)];

    /// <summary>The newest that is in use, older ones, and last what is only announced.</summary>
    private static IEnumerable<OpenedKey> InUseFirst(IEnumerable<OpenedKey> keys, string use, DateTime now) =>
        keys.Where(k => k.Use == use).OrderBy(k => k.UsedFrom > now).ThenByDescending(k => k.UsedFrom);

    private async Task Add(IdentityDb db, string use, DateTime usedFrom, CancellationToken cancel)
    {
        var isClient = !ServerKeyUse.Rotating.Contains(use);
        db.ServerKeys.Add(new ServerKey
        {
            Id = Guid.CreateVersion7(), Use = use, Protected = _protector.Protect(Make(use)),
            CreatedAt = _time.GetUtcNow().UtcDateTime, UsedFrom = usedFrom,
            RetiredAt = isClient ? DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc)
                : usedFrom + Used + _announced + Believed,
        });
        await db.SaveChangesAsync(cancel);
    }

    private static string Make(string use)
    {
        if (use != ServerKeyUse.Sign)
            return Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        using var rsa = RSA.Create(RsaBits);
        return Convert.ToBase64String(rsa.ExportPkcs8PrivateKey());
    }

    private OpenedKey Open(ServerKey row)
    {
        var secret = _protector.Unprotect(row.Protected);
        SecurityKey? key = null;
        if (row.Use == ServerKeyUse.Sign)
        {
            var rsa = RSA.Create();
            rsa.ImportPkcs8PrivateKey(Convert.FromBase64String(secret), out _);
            key = new RsaSecurityKey(rsa) { KeyId = row.Id.ToString("N") };
        }
        else if (row.Use == ServerKeyUse.Encrypt)
        {
            key = new SymmetricSecurityKey(Convert.FromBase64String(secret)) { KeyId = row.Id.ToString("N") };
        }
        return new OpenedKey(row.Id, row.Use, row.UsedFrom, key, secret);
    }

    private sealed record OpenedKey(Guid Id, string Use, DateTime UsedFrom, SecurityKey? Key, string Secret);
}

/// <summary>What the platform's own keys are for.</summary>
internal static class ServerKeyUse
{
    public const string Sign = "sign";
    public const string Encrypt = "encrypt";

    public static readonly string[] Rotating = [Sign, Encrypt];

    public static string Client(string id) => "client:" + id;
}
