namespace Twente.Igw.Tenancy;

/// <summary>A tenant as the catalogue stores it.</summary>
public sealed class TenantRow
{
    public required string Id { get; init; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public required string State { get; set; }

    public required DateTime AddedAt { get; init; }

    /// <summary>Which of the two alternating logins is in use; rises with each rotation of the secret.</summary>
    public int SecretGeneration { get; set; }

    /// <summary>The last migration applied to the tenant's database; empty while there is none.</summary>
    public string Schema { get; set; } = "";

    /// <summary>How often the tenant's database was restored or rebuilt.</summary>
    public int Renewals { get; set; }

    /// <summary>
    /// No reader has seen a higher data version of a database that was replaced; the next one starts above it.
    /// </summary>
    public long SeenVersion { get; set; }

    public TenantLogin Login => new(TenantId.Parse(Id), SecretGeneration) { Renewal = Renewals };

    public Tenant ToTenant() =>
        new(TenantId.Parse(Id), TenantSlug.Parse(Slug), Name, Enum.Parse<TenantState>(State))
        {
            Generation = SecretGeneration, Schema = Schema, Renewals = Renewals,
        };
}
