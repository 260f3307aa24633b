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

    public TenantLogin Login => new(TenantId.Parse(Id), SecretGeneration);

    public Tenant ToTenant() =>
        new(TenantId.Parse(Id), TenantSlug.Parse(Slug), Name, Enum.Parse<TenantState>(State))
        {
            Generation = SecretGeneration, Schema = Schema,
        };
}
