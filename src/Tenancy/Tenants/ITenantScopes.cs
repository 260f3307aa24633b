namespace Twente.Igw.Tenancy;

/// <summary>
/// The way to work for a tenant outside a request: a job, a command, a watcher. One of the three seams another
/// tenancy library would fill.
/// </summary>
public interface ITenantScopes
{
    /// <summary>Opens a scope in which everything belongs to this tenant; dispose it to end the work.</summary>
    /// <exception cref="UnknownTenantException">No active tenant has this code.</exception>
    /// <exception cref="TenantOutdatedException">Its database is older than this program.</exception>
    Task<TenantScope> Open(TenantId id, CancellationToken cancel);
}

/// <summary>No active tenant has this code.</summary>
public sealed class UnknownTenantException(TenantId id)
    : InvalidOperationException(
        $"Er is geen gemeente {id} die open is op dit platform; zie igw tenant list, of voeg haar toe met: " +
        $"igw tenant add {id} …");

/// <summary>The tenant's database was not brought to this program's schema yet.</summary>
public sealed class TenantOutdatedException(TenantId id)
    : InvalidOperationException($"De gegevens van {id} zijn van een oudere versie; werk ze bij met: igw migrate");
