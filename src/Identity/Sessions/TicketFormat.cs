using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace Twente.Igw.Identity;

/// <summary>What stands in the cookie, encrypted for the host of the request; no other can read it.</summary>
internal sealed class TicketFormat(IDataProtectionProvider protection, IHttpContextAccessor http)
    : ISecureDataFormat<AuthenticationTicket>
{
    public string Protect(AuthenticationTicket data) => Format().Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => Format().Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Format().Unprotect(protectedText);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose) =>
        Format().Unprotect(protectedText, purpose);

    private TicketDataFormat Format() =>
        new(protection.CreateProtector(HostOfRequest.Of(http.HttpContext!).Purpose("cookie")));
}
