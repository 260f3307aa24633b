using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>A gemeente's own OpenID provider, which signs in her people instead of us.</summary>
internal sealed class FederatedProvider
{
    /// <summary>Code of the gemeente.</summary>
    public required string Tenant { get; init; }

    /// <summary>Where it is, for this one organisation.</summary>
    public required string Authority { get; set; }

    /// <summary>Its number for the organisation: the claim <c>tid</c> that every token must carry.</summary>
    public required string Organisation { get; set; }

    public required string ClientId { get; set; }

    /// <summary>As data protection encrypted it.</summary>
    public required string ProtectedSecret { get; set; }

    /// <summary>Other after each change: who remembers the settings knows by it that they are old.</summary>
    public required Guid Version { get; set; }

    public static void Map(ModelBuilder model) => model.Entity<FederatedProvider>(provider =>
    {
        provider.ToTable("FederatedProvider");
        provider.HasKey(p => p.Tenant);
        provider.Property(p => p.Tenant).HasMaxLength(6);
        provider.Property(p => p.Authority).HasMaxLength(200);
        provider.Property(p => p.Organisation).HasMaxLength(FederatedPerson.LongestId);
        provider.Property(p => p.ClientId).HasMaxLength(200);
    });
}

/// <summary>A group at that provider, and the role that its members have here.</summary>
internal sealed class FederatedGroup
{
    public required string Tenant { get; init; }

    /// <summary>As the claim <c>groups</c> names it.</summary>
    public required string Group { get; init; }

    public required Role Role { get; init; }

    public static void Map(ModelBuilder model) => model.Entity<FederatedGroup>(group =>
    {
        group.ToTable("FederatedGroup");
        group.HasKey(g => new { g.Tenant, g.Group, g.Role });
        group.Property(g => g.Tenant).HasMaxLength(6);
        group.Property(g => g.Group).HasMaxLength(100);
        group.Property(g => g.Role).HasConversion<string>().HasMaxLength(40);
    });
}
