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
    public async Task A_cookie_is_of_one_host_over_TLS_out_of_reach_of_scripts_and_ends_unused_within_the_hour()
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
            var settings = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
            Assert.All(Schemes, scheme => Held(settings.Get(scheme)));
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
