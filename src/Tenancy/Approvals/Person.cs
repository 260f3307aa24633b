namespace Twente.Igw.Tenancy;

/// <summary>Who asks for a change or decides about one.</summary>
/// <param name="User">Her account; null at the command line.</param>
/// <param name="Roles">What she is there, in the words of screens.</param>
/// <param name="Actor">As whom she is on the record.</param>
public sealed record Person(Guid? User, string Roles, Actor Actor)
{
    /// <summary>Whoever holds the data folder, or the secrets of the platform.</summary>
    public static readonly Person AtCommandLine = new(null, "beheerder", Actor.CommandLine);
}
