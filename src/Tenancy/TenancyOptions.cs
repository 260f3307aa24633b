using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Tenancy;

/// <summary>Settings of the platform as a whole (<c>Igw</c> in configuration).</summary>
public sealed class TenancyOptions
{
    /// <summary>The domain under which each gemeente has a host.</summary>
    [Required]
    public string Domain { get; set; } = "localhost";

    /// <summary>Mail address for reports of weaknesses; <c>security@</c> the domain when not set.</summary>
    public string? SecurityMail { get; set; }
}
