using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>Somebody who may sign in. What she may do is said by her memberships.</summary>
public sealed class User : IdentityUser<Guid>
{
    /// <summary>As shown to colleagues; a function or a name, as the person wishes.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Signs in nowhere any more; what she did stays on the record.</summary>
    public bool IsDisabled { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>
    /// Who signs her in instead of us: issuer, tenant and object id of a gemeente's own provider. Empty: nobody does.
    /// </summary>
    public string Federation { get; set; } = "";
}
