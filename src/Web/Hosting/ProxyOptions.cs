using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Web.Hosting;

/// <summary>Which proxies stand before the site (<c>Igw:Web</c> in configuration).</summary>
public sealed class ProxyOptions
{
    /// <summary>
    /// Addresses or networks, such as <c>10.0.0.0/8</c>, whose word is taken for the visitor's address and for whether
    /// she came over TLS. Nobody's word is taken for the host: a request says itself whose site it asks.
    /// </summary>
    public IList<string> Proxies { get; } = [];
}

/// <summary>Takes the word of the known proxies and of nobody else.</summary>
internal sealed class TrustProxies(IOptions<ProxyOptions> proxies) : IConfigureOptions<ForwardedHeadersOptions>
{
    public void Configure(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardedHeaders = proxies.Value.Proxies.Count == 0
            ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // As many as stand in a row: each is asked for its word only when it is known itself.
        options.ForwardLimit = null;
        foreach (var network in proxies.Value.Proxies)
            options.KnownIPNetworks.Add(Read(network));
    }

    /// <exception cref="FormatException">It is neither an address nor a network.</exception>
    private static System.Net.IPNetwork Read(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network))
            return network;
        return IPAddress.TryParse(text, out var address)
            ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new FormatException($"Igw:Web:Proxies: '{text}' is geen adres en geen netwerk zoals 10.0.0.0/8.");
    }
}
