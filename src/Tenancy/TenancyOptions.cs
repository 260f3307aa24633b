using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Tenancy;

/// <summary>Settings of the platform as a whole (<c>Igw</c> in configuration).</summary>
public sealed class TenancyOptions
{
    /// <summary>The domain under which each gemeente has a host.</summary>
    [Required]
    public string Domain { get; set; } = "localhost";

    /// <summary>Whether this is a trial on one machine or the real thing.</summary>
    public Profile Profile { get; set; } = Profile.Embedded;

    /// <summary>Mail address for reports of weaknesses; <c>security@</c> the domain when not set.</summary>
    public string? SecurityMail { get; set; }
}

/// <summary>How much the platform may decide by itself.</summary>
public enum Profile
{
    /// <summary>One machine, one data folder; what is not configured is made on the spot.</summary>
    Embedded,

    /// <summary>A platform for others: every secret is given, none is made up.</summary>
    Hosted,
}
