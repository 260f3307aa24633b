namespace Twente.Igw.Tenancy;

/// <summary>
/// What happened, in words a functionaris gegevensbescherming can read. Never a figure, secret or other tenant.
/// </summary>
/// <param name="Name">Stable name, past participle: <c>delivery.accepted</c>.</param>
/// <param name="Subject">What it happened to: <c>levering 12</c>.</param>
/// <param name="Result">Outcome: <c>gelukt</c>, <c>geweigerd</c>, or a stable code.</param>
/// <param name="Purpose">Why, where a purpose was asked; empty otherwise.</param>
public sealed record AuditEvent(string Name, string Subject, string Result = "gelukt", string Purpose = "");

/// <summary>Who acts, pseudonymously, and through which door.</summary>
public sealed record Actor(string Name, string Origin)
{
    /// <summary>Somebody with access to the data folder.</summary>
    public static readonly Actor CommandLine = new("beheerder", "opdrachtregel");

    /// <summary>The platform's own jobs.</summary>
    public static readonly Actor Platform = new("platform", "taak");
}
