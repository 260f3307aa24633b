namespace Twente.Igw.Tenancy;

/// <summary>Which part of the site a host name asks for.</summary>
public enum SitePart
{
    /// <summary>No part: the answer is 404 and names no tenant.</summary>
    Unknown,
    Tenant,
    Region,
    Supplier,
    Identity,
    Operator,
}

/// <summary>A host name, read: <c>enschede.example.nl</c> is the tenant part with label <c>enschede</c>.</summary>
public readonly record struct SiteHost(SitePart Part, string Label)
{
    /// <summary>Reads the host of a request; exactly one label before the domain, anything else is unknown.</summary>
    /// <param name="host">Host without port, as sent; case does not matter.</param>
    /// <param name="domain">The platform's domain, for example <c>localhost</c>.</param>
    public static SiteHost Read(string host, string domain)
    {
        ArgumentNullException.ThrowIfNull(host);
        var suffix = "." + domain;
        if (!host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            return default;
        var label = host[..^suffix.Length].ToLowerInvariant();
        return label switch
        {
            "regio" => new(SitePart.Region, label),
            "aanleveren" => new(SitePart.Supplier, label),
            "id" => new(SitePart.Identity, label),
            "beheer" => new(SitePart.Operator, label),
            _ when TenantSlug.TryParse(label, out _) => new(SitePart.Tenant, label),
            _ => default,
        };
    }
}
