using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Caching.Memory;

namespace Twente.Igw.Identity;

/// <summary>A link by which one person chooses a new password.</summary>
/// <param name="Mail">Where it goes, and nowhere else.</param>
/// <param name="Name">Of the person.</param>
/// <param name="Link">Works once, for <see cref="MakePasswordLink.Valid"/>.</param>
public sealed record PasswordLink(string Mail, string Name, Uri Link);

/// <summary>
/// Makes the link for who forgot her password. It opens nothing by itself: the second step is asked as well, so that
/// whoever reads her mail gets no further than her password.
/// </summary>
public sealed class MakePasswordLink
{
    /// <summary>Path of the pages, on the id host.</summary>
    public const string Path = "/wachtwoord";

    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    /// <summary>Nobody's mail is filled by who asks again and again.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMinutes(5);

    private readonly UserManager<User> _users;
    private readonly SiteAddresses _sites;
    private readonly IMemoryCache _asked;

    internal MakePasswordLink(UserManager<User> users, SiteAddresses sites, IMemoryCache asked) =>
        (_users, _sites, _asked) = (users, sites, asked);

    /// <returns>
    /// Null when nobody signs in here with this address and a password, or a link was made a moment ago.
    /// </returns>
    public async Task<PasswordLink?> Execute(string mail)
    {
        if (await _users.FindByNameAsync(mail) is not { PasswordHash: not null } user
            || user.IsDisabled || user.Federation.Length > 0)
            return null;
        var name = "password link " + user.Id;
        if (_asked.TryGetValue(name, out _))
            return null;
        _asked.Set(name, true, Between);
        var secret = Encoding.UTF8.GetBytes(await _users.GeneratePasswordResetTokenAsync(user));
        return new PasswordLink(
            user.Email!, user.DisplayName,
            new Uri(_sites.Issuer, $"{Path}/{user.Id}/{WebEncoders.Base64UrlEncode(secret)}"));
    }
}
