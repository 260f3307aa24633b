using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Registers what is done with accounts: by the platform, by a gemeente's administrator, by oneself.</summary>
internal static class RegisterAccounts
{
    public static IServiceCollection AddInvitations(this IServiceCollection services)
    {
        services.AddSingleton<KnownAt>();
        services.AddSingleton<MakeInvitation>();
        services.AddChangeKind<MandateChange>();
        services.AddSingleton(s => new GrantRole(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<ITenantScopes>(),
            s.GetRequiredService<GiveRole>(), s.GetRequiredService<KnownAt>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new InviteUser(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<GrantRole>(),
            s.GetRequiredService<MakeInvitation>(), s.GetRequiredService<KnownAt>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new InviteAgain(
            s.GetRequiredService<KnownAt>(), s.GetRequiredService<MakeInvitation>(),
            s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new WithdrawInvitation(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<KnownAt>(),
            s.GetRequiredService<RecordAccess>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>What an administrator of a gemeente does with people who are there.</summary>
    public static IServiceCollection AddColleagues(this IServiceCollection services)
    {
        services.AddSingleton<ListColleagues>();
        services.AddSingleton<ListTickets>();
        services.AddSingleton<KeepAdministrator>();
        services.AddSingleton(s => new TakeRole(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<KeepAdministrator>(),
            s.GetRequiredService<FindPermissions>(), s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new RestoreRole(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<FindPermissions>(),
            s.GetRequiredService<RecordAccess>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new DisableUser(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<KeepAdministrator>(),
            s.GetRequiredService<FindPermissions>(), s.GetRequiredService<EndSessions>(),
            s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new EnableUser(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<KnownAt>(),
            s.GetRequiredService<FindPermissions>(), s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new EndAccess(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<IServiceScopeFactory>(),
            s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new SignOutUser(
            s.GetRequiredService<KnownAt>(), s.GetRequiredService<EndSessions>(),
            s.GetRequiredService<RecordAccess>()));
        return services;
    }

    /// <summary>What somebody does with her own account.</summary>
    public static IServiceCollection AddOwnAccount(this IServiceCollection services)
    {
        services.AddSingleton<RecordOfUser>();
        services.AddScoped<ListPasskeys>();
        services.AddScoped<NamePasskey>();
        services.AddScoped(s => new RemovePasskey(
            s.GetRequiredService<UserManager<User>>(), s.GetRequiredService<RecordOfUser>()));
        services.Configure<DataProtectionTokenProviderOptions>(link => link.TokenLifespan = MakePasswordLink.Valid);
        services.AddScoped(s => new MakePasswordLink(
            s.GetRequiredService<UserManager<User>>(), s.GetRequiredService<SiteAddresses>(),
            s.GetRequiredService<IMemoryCache>()));
        services.AddScoped(s => new ResetPassword(
            s.GetRequiredService<UserManager<User>>(), s.GetRequiredService<EndSessions>(),
            s.GetRequiredService<RecordOfUser>()));
        services.AddScoped(s => new RenewRecoveryCodes(
            s.GetRequiredService<UserManager<User>>(), s.GetRequiredService<RecordOfUser>()));
        return services;
    }

    public static IServiceCollection AddTokens(this IServiceCollection services)
    {
        services.AddSingleton(s => new MakePersonalToken(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<RecordAccess>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ListPersonalTokens>();
        services.AddSingleton(s => new WithdrawPersonalToken(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<RecordAccess>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new FindPersonalToken(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<RecordAccess>(),
            s.GetRequiredService<TimeProvider>()));
        return services;
    }
}
