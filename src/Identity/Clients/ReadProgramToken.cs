using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>A program that proved itself with a token.</summary>
/// <param name="Id">What it calls itself.</param>
/// <param name="Supplier">Code of the supplier it delivers for, and for no other.</param>
public sealed record DeliveringProgram(string Id, string Supplier);

/// <summary>
/// Reads the token with which a supplier's program asks. Only one that was given for delivering, to a program, for the
/// host of suppliers.
/// </summary>
public static class ReadProgramToken
{
    /// <summary>Whether a request brings a token along at all.</summary>
    public static bool IsBrought(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);
    }

    /// <returns>Null when the token is worth nothing here.</returns>
    public static async Task<DeliveringProgram?> Execute(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        var read = await http.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        return read is { Succeeded: true, Principal: { } program }
            && program.HasScope(ClientSupplier.Scope) && program.HasAudience("aanleveren")
            && program.GetClaim(Claims.Subject) is { } id && program.GetClaim(ClientSupplier.Property) is { } supplier
            ? new DeliveringProgram(id, supplier) : null;
    }
}
