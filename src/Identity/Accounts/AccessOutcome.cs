namespace Twente.Igw.Identity;

/// <summary>What a decision of an administrator about somebody's access can end in.</summary>
public abstract record AccessOutcome
{
    private AccessOutcome()
    {
    }

    /// <summary>It is so now.</summary>
    public sealed record Done : AccessOutcome;

    /// <summary>Nobody of this gemeente is meant, or no role of hers.</summary>
    public sealed record Unknown : AccessOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(string Sentence) : AccessOutcome;
}
