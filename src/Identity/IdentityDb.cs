using System.Text.Json;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>People, what they may do, clients and tokens, and who is signed in: of no tenant.</summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options, DatabaseEngine engine)
    : IdentityUserContext<User, Guid>(options), IPlatformDb, IDataProtectionKeyContext
{
    private const int ShortText = 200;

    /// <summary>Longest key that every engine indexes; authenticators make theirs far shorter.</summary>
    private const int LongestIndexed = 900;

    /// <summary>The library changes what it read in place; without this nobody would see that it did.</summary>
    private static readonly ValueComparer<IdentityPasskeyData> ByText = new(
        (a, b) => Written(a) == Written(b), data => Written(data).GetHashCode(StringComparison.Ordinal),
        data => JsonSerializer.Deserialize<IdentityPasskeyData>(Written(data), JsonSerializerOptions.Default)!);

    public PlatformModel Part => PlatformModel.Identity;

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    internal DbSet<Membership> Memberships => Set<Membership>();

    internal DbSet<Suspension> Suspensions => Set<Suspension>();

    internal DbSet<Invitation> Invitations => Set<Invitation>();

    internal DbSet<Ticket> Tickets => Set<Ticket>();

    internal DbSet<ServerKey> ServerKeys => Set<ServerKey>();

    internal DbSet<FederatedProvider> FederatedProviders => Set<FederatedProvider>();

    internal DbSet<FederatedGroup> FederatedGroups => Set<FederatedGroup>();

    internal DbSet<PersonalToken> PersonalTokens => Set<PersonalToken>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        StoredForms.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.UseOpenIddict<Guid>();
        MapAccounts(builder);
        Membership.Map(builder);
        Suspension.Map(builder);
        Invitation.Map(builder);
        Ticket.Map(builder);
        ServerKey.Map(builder);
        FederatedProvider.Map(builder);
        FederatedGroup.Map(builder);
        PersonalToken.Map(builder);
        StoredForms.Collate(builder, engine.Collation);
    }

    /// <summary>Names of the house for what the library would call AspNetUsers, and so on.</summary>
    private static void MapAccounts(ModelBuilder model)
    {
        model.Entity<User>(user =>
        {
            user.ToTable("User");
            user.Property(u => u.Id).ValueGeneratedNever();
            user.Property(u => u.DisplayName).HasMaxLength(ShortText);
            user.Property(u => u.Federation).HasMaxLength(ShortText);
            user.HasIndex(u => u.Federation);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("UserClaim");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("UserLogin");
        model.Entity<IdentityUserToken<Guid>>().ToTable("UserToken");
        model.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("UserPasskey");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(LongestIndexed);
            passkey.HasIndex(p => p.UserId);
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
            // As text and not as the engines' own JSON, which differs between them; nothing in it is asked for.
            passkey.Property(p => p.Data).HasConversion(
                data => Written(data),
                text => JsonSerializer.Deserialize<IdentityPasskeyData>(text, JsonSerializerOptions.Default)!,
                ByText);
        });
    }

    private static string Written(IdentityPasskeyData? data) =>
        JsonSerializer.Serialize(data, JsonSerializerOptions.Default);
}
