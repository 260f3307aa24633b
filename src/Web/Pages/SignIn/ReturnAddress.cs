using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Where somebody goes once she is signed in: an address on the id host only, and from there to the host that sent her.
/// Chromium applies a form's policy to where its answer leads, so that host, and no other, is named in the policy.
/// </summary>
internal sealed class ReturnAddress(ITenantCatalogue tenants, SiteAddresses sites)
{
    public const string Home = "/";

    /// <summary>The address when it is one of this host; otherwise the start page.</summary>
    public async Task<string> Read(HttpContext http, string? given)
    {
        if (!IsOfThisHost(given))
            return Home;
        if (await OriginOf(ClientIn(given), http.RequestAborted) is { } origin)
            http.Features.Set(new FormLeadsTo(origin));
        return given;
    }

    /// <summary>The gemeente whose host sent her; null when it was another host, or none.</summary>
    /// <param name="address">As <see cref="Read"/> answered it.</param>
    /// <param name="cancel">Ends the search.</param>
    public async Task<Tenant?> Asking(string address, CancellationToken cancel) =>
        TenantId.TryParse(ClientIn(address)?.ToUpperInvariant(), out var id) ? await tenants.Find(id, cancel) : null;

    /// <summary>
    /// Whether a browser that is sent there stays on this host. Browsers leave tabs and line ends out of an address and
    /// read a backslash as a slash, so what looks like a path can name another site.
    /// </summary>
    internal static bool IsOfThisHost([NotNullWhen(true)] string? address) =>
        address is ['/', .. var rest] && !rest.StartsWith('/') && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Any(char.IsControl);

    private static string? ClientIn(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? null : QueryHelpers.ParseQuery(address[query..])["client_id"].ToString();
    }

    private async Task<Uri?> OriginOf(string? client, CancellationToken cancel)
    {
        if (client is "beheer" or "regio" or "aanleveren")
            return sites.Of(client);
        return TenantId.TryParse(client?.ToUpperInvariant(), out var id)
            && await tenants.Find(id, cancel) is { } tenant ? sites.Of(tenant.Slug.ToString()) : null;
    }
}
