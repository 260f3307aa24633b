using System.Net.Http.Headers;
using System.Text;
using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>
/// Reads the token of somebody's own program: as a bearer, or as the password that Excel and Power BI ask for. She may
/// by it what she may herself on this host at this moment, and nothing on any other.
/// </summary>
internal sealed class ReadToken(FindPersonalToken find, FindPermissions permissions)
{
    /// <summary>What the program sent; null when it sent none.</summary>
    public static string? Secret(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given)
            || given.Parameter is not { Length: > 0 } text)
            return null;
        return given.Scheme.ToUpperInvariant() switch
        {
            "BEARER" => text,
            "BASIC" => PasswordIn(text),
            _ => null,
        };
    }

    /// <returns>Null when the token opens nothing here.</returns>
    public async Task<Visitor?> Visitor(HttpContext http, string secret, TokenUse use)
    {
        var host = HostOfRequest.Of(http);
        return host.Tenant.Length > 0 && await find.Execute(secret, host.Tenant, use, http.RequestAborted) is { } holder
            ? new Visitor(
                holder.User, holder.Name, await permissions.At(holder.User, host.Client, http.RequestAborted))
            {
                Origin = holder.Origin,
            }
            : null;
    }

    /// <summary>Says how one may come in; by this Excel and Power BI know what to ask for.</summary>
    public static void Challenge(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = new(["Basic realm=\"Twente IGW\", charset=\"UTF-8\"", "Bearer"]);
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
    }

    /// <summary>Behind the first colon; the name before it is of no importance (RFC 7617).</summary>
    private static string? PasswordIn(string text)
    {
        Span<byte> bytes = stackalloc byte[512];
        return Convert.TryFromBase64String(text, bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]).Split(':', 2) is [_, { Length: > 0 } password]
            ? password : null;
    }
}
