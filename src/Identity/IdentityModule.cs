using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Twente.Igw.Tenancy;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>Registers identity: its tables, what verbs do with accounts, and signing in on the hosts.</summary>
public static class IdentityModule
{
    /// <summary>What every process needs: accounts, roles and keys.</summary>
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        services.AddOptions<SignInOptions>()
            .BindConfiguration("Igw:Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddMemoryCache();
        services.AddSingleton(s => s.GetRequiredService<PlatformDatabases>()
            .Options<IdentityDb>(PlatformModel.Identity));
        services.AddSingleton<IDbContextFactory<IdentityDb>, IdentityDatabases>();
        services.AddScoped(s => s.GetRequiredService<IDbContextFactory<IdentityDb>>().CreateDbContext());
        services.AddSingleton(s => new PlatformContext(
            PlatformModel.Identity, s.GetRequiredService<IDbContextFactory<IdentityDb>>().CreateDbContext));
        services.AddSingleton<SiteAddresses>();
        services.AddProtectedKeys();
        services.AddIdentityCore<User>(Rules)
            .AddEntityFrameworkStores<IdentityDb>().AddDefaultTokenProviders()
            .AddPasswordValidator<RefuseGuessable>();
        // OWASP Password Storage Cheat Sheet, for PBKDF2 with HMAC-SHA-512; older hashes are made anew at a sign-in.
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);
        services.AddOpenIddict().AddCore(core => core
            .UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>());
        services.AddSingleton<RegisterClients>();
        services.AddSingleton(s => new FindPermissions(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<IMemoryCache>(),
            s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new RecordAccess(
            s.GetRequiredService<ITenantScopes>(), s.GetRequiredService<CatalogueChanges>()));
        services.AddSingleton(s => new GiveRole(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<FindPermissions>(),
            s.GetRequiredService<RecordAccess>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ListUsers>();
        services.AddSingleton<FindSites>();
        services.AddSingleton<FindSuppliers>();
        services.AddSingleton(s => new EndSessions(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<IMemoryCache>()));
        services.AddTransient<ForgetExpired>();
        return services.AddInvitations().AddColleagues().AddOwnAccount().AddTokens().AddClients().AddFederation();
    }

    private static IServiceCollection AddClients(this IServiceCollection services)
    {
        services.AddSingleton(s => new AddClient(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<RecordAccess>()));
        services.AddSingleton<ListClients>();
        services.AddSingleton(s => new RemoveClient(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<RecordAccess>()));
        services.AddSingleton(s => new RotateClientSecret(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<RecordAccess>()));
        services.AddSingleton<ListKeys>();
        services.AddSingleton(s => new RotateKeys(
            s.GetRequiredService<KeyRing>(), s.GetRequiredService<RecordAccess>()));
        return services;
    }

    private static IServiceCollection AddFederation(this IServiceCollection services)
    {
        services.AddSingleton(s => new Federations(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(),
            s.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton<FollowGroups>();
        services.AddSingleton(s => new SetFederation(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<RecordAccess>(),
            s.GetRequiredService<IDataProtectionProvider>(), s.GetRequiredService<SiteAddresses>()));
        services.AddSingleton<ShowFederation>();
        services.AddSingleton(s => new RemoveFederation(
            s.GetRequiredService<IDbContextFactory<IdentityDb>>(), s.GetRequiredService<RecordAccess>(),
            s.GetRequiredService<EndSessions>(), s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>What a process that answers needs beside it: the provider, and signing in on each host.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddHostedService<WatchKeys>();
        services.AddProvider();
        new IdentityBuilder(typeof(User), services).AddSignInManager();
        services.AddScoped<IUserConfirmation<User>, OnlyInUse>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<CheckPassword>();
        services.AddPasskeys();
        services.AddSingleton<KeepTickets>();
        services.AddSingleton<TicketFormat>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, SignInAtProvider>();
        services.AddSingleton<IOptionsMonitor<OpenIdConnectOptions>, OptionsOfThisHost>();
        services.AddHostedService<WatchFederations>();
        services.AddSingleton(s => new FederatedSignIn(
            s.GetRequiredService<Federations>(), s.GetRequiredService<SiteAddresses>()));
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>>(
            s => s.GetRequiredService<FederatedSignIn>());
        services.AddScoped(s => new SignInFederated(
            s.GetRequiredService<SignInManager<User>>(), s.GetRequiredService<FollowGroups>(),
            s.GetRequiredService<RecordAccess>(), s.GetRequiredService<TimeProvider>()));
        services.AddAuthentication(SiteSignIn.Cookie)
            .AddScheme<CookieAuthenticationOptions, SignInAnew>(SiteSignIn.Cookie, _ => { })
            .AddScheme<CookieAuthenticationOptions, SignInAnew>(IdentityConstants.ApplicationScheme, _ => { })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme).AddCookie(IdentityConstants.ExternalScheme)
            .AddOpenIdConnect(SiteSignIn.OpenId, _ => { }).AddOpenIdConnect(FederatedSignIn.Scheme, _ => { });
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, ConfigureCookies>();
        services.AddAuthorization();
        return services;
    }

    /// <summary>A passkey is of the id host alone, opens only for its person, and is found without her name.</summary>
    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<SiteAddresses>((passkeys, sites) =>
        {
            passkeys.ServerDomain = sites.Issuer.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped(s => new AddPasskey(
            s.GetRequiredService<SignInManager<User>>(), s.GetRequiredService<RecordOfUser>()));
        services.AddScoped<SignInWithPasskey>();
    }

    /// <summary>Where the provider answers; on the id host only.</summary>
    /// <returns>The endpoints, to be marked as not being a gemeente's.</returns>
    public static IEndpointConventionBuilder MapProvider(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("");
        group.MapMethods(
            "/" + ServerPaths.Authorize, [HttpMethods.Get, HttpMethods.Post],
            (HttpContext http, AnswerAuthorization answer) => answer.Execute(http)).DisableAntiforgery();
        group.MapPost("/" + ServerPaths.Token, (HttpContext http, AnswerTokens answer) => answer.Execute(http))
            .DisableAntiforgery();
        group.MapMethods(
            "/" + ServerPaths.EndSession, [HttpMethods.Get, HttpMethods.Post],
            (HttpContext http, AnswerSignOut answer) => answer.Execute(http)).DisableAntiforgery();
        return group;
    }

    private static void AddProvider(this IServiceCollection services)
    {
        services.AddScoped<AnswerAuthorization>();
        services.AddScoped<AnswerTokens>();
        services.AddScoped<AnswerSignOut>();
        services.AddSingleton<ConfigureServer>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(
            s => s.GetRequiredService<ConfigureServer>());
        services.AddSingleton<IConfigureOptions<OpenIddictServerAspNetCoreOptions>>(
            s => s.GetRequiredService<ConfigureServer>());
        services.AddSingleton<KeysChanged>();
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(
            s => s.GetRequiredService<KeysChanged>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(
            s => s.GetRequiredService<KeysChanged>());
        services.AddOpenIddict()
            .AddServer(server =>
            {
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
                    .AllowClientCredentialsFlow().AllowRefreshTokenFlow()
                    .RegisterScopes(Scopes.Profile, Scopes.OfflineAccess, "leveringen", "cijfers")
                    .DisableAccessTokenEncryption();
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
                    .EnableEndSessionEndpointPassthrough();
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.UseAspNetCore();
                // A token that was withdrawn is worth nothing at once, not only once it runs out.
                validation.EnableTokenEntryValidation();
            });
    }

    private static void AddProtectedKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("twente-igw").PersistKeysToDbContext<IdentityDb>();
        services.AddSingleton<ProtectStoredKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            s => s.GetRequiredService<ProtectStoredKeys>());
        services.AddSingleton(s => new KeyRing(
            s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<IDataProtectionProvider>(),
            s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IOptions<SignInOptions>>().Value.KeyAnnounced));
    }

    /// <summary>NIST SP 800-63B: length counts, not kinds of characters; a few wrong guesses, then a pause.</summary>
    private static void Rules(IdentityOptions identity)
    {
        identity.Password.RequiredLength = 14;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = 6;
        identity.Lockout.MaxFailedAccessAttempts = 5;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        identity.User.RequireUniqueEmail = true;
        identity.SignIn.RequireConfirmedAccount = true;
        identity.Stores.MaxLengthForKeys = 128;
        identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
        identity.ClaimsIdentity.UserIdClaimType = Claims.Subject;
        identity.ClaimsIdentity.UserNameClaimType = Claims.Name;
    }
}

/// <summary>Opens contexts of the identity model.</summary>
internal sealed class IdentityDatabases(DbContextOptions<IdentityDb> options, DatabaseEngine engine)
    : IDbContextFactory<IdentityDb>
{
    public IdentityDb CreateDbContext() => new(options, engine);
}
