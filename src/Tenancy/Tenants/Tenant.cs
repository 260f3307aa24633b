namespace Twente.Igw.Tenancy;

/// <summary>A gemeente on the platform: its code, the host its staff use and its name on screens.</summary>
public sealed record Tenant(TenantId Id, TenantSlug Slug, string Name, TenantState State)
{
    /// <summary>With which of its logins the platform signs in now.</summary>
    public int Generation { get; init; }

    /// <summary>The last migration applied to its database.</summary>
    public string Schema { get; init; } = "";

    /// <summary>How often its database was put back; what was remembered of an earlier one no longer holds.</summary>
    public int Renewals { get; init; }

    public TenantLogin Login => new(Id, Generation) { Renewal = Renewals };

    /// <summary>Whether its database is older than a program that needs this schema.</summary>
    public bool IsOlderThan(string schema) => string.CompareOrdinal(Schema, schema) < 0;
}

/// <summary>Where a tenant is in its life; only an active one is resolved by host, job or command.</summary>
public enum TenantState
{
    /// <summary>Being made: catalogue row exists, database or folders may not. Adding again heals it.</summary>
    Adding,
    Active,

    /// <summary>
    /// Its database is being put back; nobody may open it. Restoring or rebuilding again finishes it.
    /// </summary>
    Restoring,

    /// <summary>
    /// Being removed: nothing may be opened any more, an export may exist. Removing again finishes it.
    /// </summary>
    Removing,
}
