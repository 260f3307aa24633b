using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;
using Twente.Igw.Web.Hosting;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

/// <summary>The cookies of the program, composed as it is but not started.</summary>
public sealed class CookieTests
{
    private static readonly string[] Schemes =
    [
        SiteSignIn.Cookie, IdentityConstants.ApplicationScheme, IdentityConstants.TwoFactorUserIdScheme,
        IdentityConstants.ExternalScheme,
    ];

    [Fact]
    public Task A_cookie_is_of_one_host_over_TLS_out_of_reach_of_scripts_and_ends_unused_within_the_hour() =>
        Composed(settings =>
        {
            Assert.All(Schemes, scheme => Held(settings.Get(scheme)));
            return Task.CompletedTask;
        });

    [Fact]
    public Task The_hours_of_a_host_that_is_opened_later_began_when_the_person_signed_in() => Composed(async settings =>
    {
        var proven = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.ToUnixTimeSeconds()).AddHours(-3);
        var cookie = settings.Get(SiteSignIn.Cookie);
        var signingIn = new CookieSigningInContext(
            new DefaultHttpContext(),
            new AuthenticationScheme(SiteSignIn.Cookie, null, typeof(CookieAuthenticationHandler)),
            cookie, new ClaimsPrincipal(new ClaimsIdentity(
                [new Claim("auth_time", proven.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))], "test")),
            new AuthenticationProperties(), new CookieOptions());

        await cookie.Events.SigningIn(signingIn);

        Assert.Equal(proven, SignedIn.Since(signingIn.Properties));
    });

    private static async Task Composed(Func<IOptionsMonitor<CookieAuthenticationOptions>, Task> look)
    {
        var data = Directory.CreateTempSubdirectory("igw-cookies-").FullName;
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                ApplicationName = "igw", ContentRootPath = AppContext.BaseDirectory,
            });
            builder.AddPlatform(new PlatformSettings(data));
            builder.AddSite();
            await using var app = builder.Build();
            await look(app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static void Held(CookieAuthenticationOptions settings)
    {
        var cookie = settings.Cookie;
        Assert.StartsWith("__Host-", cookie.Name, StringComparison.Ordinal);
        Assert.Equal(CookieSecurePolicy.Always, cookie.SecurePolicy);
        Assert.Equal("/", cookie.Path);
        Assert.Null(cookie.Domain);
        Assert.True(cookie.HttpOnly);
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
        Assert.True(settings.ExpireTimeSpan <= TimeSpan.FromMinutes(60));
    }
}
