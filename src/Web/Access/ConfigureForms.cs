using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>
/// The cookie that a posted form is held against. Without TLS, on one machine, the framework refuses to make a secure
/// one, and then it cannot be bound to the host by its name either.
/// </summary>
internal sealed class ConfigureForms(SiteAddresses sites) : IConfigureOptions<AntiforgeryOptions>
{
    public void Configure(AntiforgeryOptions options)
    {
        options.Cookie.Name = sites.IsSecure ? "__Host-igw-formulier" : "igw-formulier";
        options.Cookie.SecurePolicy = sites.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.Path = "/";
    }
}
