namespace Twente.Igw.Tenancy;

/// <summary>
/// The models that belong to the platform and to no tenant. Each lives in a database or schema of its own, with a
/// principal that may use nothing else.
/// </summary>
public enum PlatformModel
{
    /// <summary>Tenants, suppliers and agreements, areas, the platform's audit chain.</summary>
    Catalogue,

    /// <summary>People, what they may do, clients and tokens, and who is signed in.</summary>
    Identity,

    /// <summary>What gemeenten published for the region, as written by the principal that publishes.</summary>
    Regional,

    /// <summary>The same, by a principal that can only read: what the region's pages are made from.</summary>
    RegionalReader,
}

/// <summary>A context of one of the platform's models.</summary>
public interface IPlatformDb
{
    PlatformModel Part { get; }
}
