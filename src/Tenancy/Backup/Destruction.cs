using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// That something was destroyed. Kept in the catalogue, where no restore of a tenant reaches it, and in every backup:
/// what is on this list does not come back. It outlives the tenant herself, because her backups may.
/// </summary>
public sealed record Destruction
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonPropertyName("gemeente")]
    public required string Tenant { get; init; }

    /// <summary>Number of the delivery.</summary>
    [JsonPropertyName("levering")]
    public required long Delivery { get; init; }

    /// <summary>Its hash: a number alone could be another delivery's in a tenant that was added anew.</summary>
    [JsonPropertyName("sha256")]
    public required string Sha256 { get; init; }

    /// <summary>True: its original alone, while its figures stay. False: the whole delivery.</summary>
    [JsonPropertyName("alleenOrigineel")]
    public required bool OriginalOnly { get; init; }

    [JsonPropertyName("op")]
    public required DateTime At { get; init; }

    [JsonPropertyName("door")]
    public required string By { get; init; }

    [JsonPropertyName("reden")]
    public required string Why { get; init; }

    internal static void Map(ModelBuilder model) => model.Entity<Destruction>(destruction =>
    {
        destruction.ToTable("Destruction");
        destruction.Property(d => d.Id).ValueGeneratedNever();
        destruction.Property(d => d.Tenant).HasMaxLength(6);
        destruction.Property(d => d.Sha256).HasMaxLength(64);
        destruction.Property(d => d.By).HasMaxLength(100);
        destruction.Property(d => d.Why).HasMaxLength(1000);
        destruction.HasIndex(d => d.Tenant);
    });
}
