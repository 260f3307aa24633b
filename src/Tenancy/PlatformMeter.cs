namespace Twente.Igw.Tenancy;

/// <summary>
/// The one name under which the platform's own metrics and traces are found, whichever capability measures. Tags name
/// gemeenten by their code; a value is never a figure.
/// </summary>
public static class PlatformMeter
{
    public const string Name = "Twente.Igw";

    /// <summary>The tag that says whose it is.</summary>
    public const string Tenant = "gemeente";
}
