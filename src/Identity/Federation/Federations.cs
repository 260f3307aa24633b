using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Identity;

/// <summary>
/// The providers of gemeenten as this process last read them; settings of a scheme are asked for where nothing can be
/// awaited.
/// </summary>
public sealed class Federations
{
    internal const string SecretPurpose = "igw.federation";

    private readonly IDbContextFactory<IdentityDb> _databases;
    private readonly IDataProtector _protector;
    private volatile Dictionary<string, OpenedProvider> _known =
        new(StringComparer.Ordinal);

    internal Federations(IDbContextFactory<IdentityDb> databases, IDataProtectionProvider protection) =>
        (_databases, _protector) = (databases, protection.CreateProtector(SecretPurpose));

    /// <summary>Whether this gemeente signs in her people herself, as last read.</summary>
    /// <param name="tenant">Her code.</param>
    public bool Has(string tenant) => _known.ContainsKey(tenant);

    public async Task Load(CancellationToken cancel)
    {
        await using var db = await _databases.CreateDbContextAsync(cancel);
        var rows = await db.FederatedProviders.AsNoTracking().ToListAsync(cancel);
        var before = _known;
        var read = new Dictionary<string, OpenedProvider>(StringComparer.Ordinal);
        foreach (var row in rows)
            if (before.TryGetValue(row.Tenant, out var same) && same.Row.Version == row.Version)
                read.Add(row.Tenant, same);
            else if (Open(row) is { } opened)
                read.Add(row.Tenant, opened);
        _known = read;
    }

    internal OpenedProvider? Find(string tenant) => _known.GetValueOrDefault(tenant);

    private OpenedProvider? Open(FederatedProvider row)
    {
        try
        {
            return new OpenedProvider(row, _protector.Unprotect(row.ProtectedSecret));
        }
        catch (CryptographicException)
        {
            // Encrypted by a key that is gone: of no use until it is set again, and no reason to refuse the others.
            return null;
        }
    }

    internal sealed record OpenedProvider(FederatedProvider Row, string Secret);
}

/// <summary>Reads them at the start and every half minute.</summary>
internal sealed partial class WatchFederations(Federations known, TimeProvider time, ILogger<WatchFederations> log)
    : BackgroundService
{
    private static readonly TimeSpan Each = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Each, time);
        do
            try
            {
                await known.Load(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(failure);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Warning, "De aanmelddiensten van gemeenten zijn nu niet te lezen.")]
    private partial void LogFailure(Exception failure);
}
