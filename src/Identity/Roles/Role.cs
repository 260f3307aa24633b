namespace Twente.Igw.Identity;

/// <summary>What somebody is, at a gemeente or on the platform. A role is a set of permissions, no more.</summary>
public enum Role
{
    /// <summary>Analist: all figures of the own gemeente.</summary>
    Analyst,

    /// <summary>Beleidsmedewerker, OOV-adviseur, bestuurder: figures in ring Lezen.</summary>
    PolicyOfficer,

    /// <summary>Handhaving en stadsdelen: ring Lezen, or exact by mandate.</summary>
    Enforcement,

    /// <summary>Politie-lezer: the same picture as the gemeente, in ring Lezen.</summary>
    PoliceReader,

    /// <summary>Regionaal analist: as an analist, by a mandate with purpose and end date.</summary>
    RegionalAnalyst,

    /// <summary>Tenantbeheerder: users, roles and settings of the own gemeente; no figures.</summary>
    TenantAdministrator,

    /// <summary>Functionaris gegevensbescherming, privacy officer, CISO: processing log, second approval.</summary>
    PrivacyOfficer,

    /// <summary>Regiocoördinator: only what each gemeente approved for publication.</summary>
    RegionalCoordinator,

    /// <summary>Leverancier: own drop zones, deliveries and receipts.</summary>
    Supplier,

    /// <summary>Platformbeheerder: tenants, queues, health; no figures.</summary>
    Operator,
}
