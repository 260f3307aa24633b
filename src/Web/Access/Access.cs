using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Access;

/// <summary>
/// The decision on who may have an answer, marked on every endpoint. One without a decision is answered to nobody.
/// </summary>
/// <param name="Needs">The permission asked for; null: anybody may have it, signed in or not.</param>
internal sealed record AccessDecision(Permission? Needs);

/// <summary>On which hosts an endpoint exists; elsewhere it is not found.</summary>
internal sealed record AnswersOn(IReadOnlyList<SitePart> Parts);

/// <summary>An endpoint that somebody's own program may ask too, with a token of this use.</summary>
internal sealed record TakesToken(TokenUse Use);

/// <summary>
/// An endpoint of a gemeente that shows what other gemeenten published for the region: the only ones on which another
/// gemeente is named.
/// </summary>
internal sealed record ShowsRegion;

/// <summary>Marks endpoints.</summary>
internal static class Marks
{
    /// <summary>Only for who has this permission at the host.</summary>
    public static T Needs<T>(this T endpoints, Permission permission) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AccessDecision(permission));

    /// <summary>For who has the permission of this use, and for a program with a token that she made for it.</summary>
    public static T NeedsOrToken<T>(this T endpoints, TokenUse use) where T : IEndpointConventionBuilder =>
        endpoints.Needs(use.Needs()).WithMetadata(new TakesToken(use));

    /// <summary>For anybody: it holds nothing of a gemeente, or is how one signs in.</summary>
    public static T ForAnybody<T>(this T endpoints) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AccessDecision(null));

    /// <summary>Names other gemeenten, with what they published and nothing else of theirs.</summary>
    public static T ShowingRegion<T>(this T endpoints) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new ShowsRegion());

    /// <summary>On these hosts; without this mark an endpoint is a gemeente's.</summary>
    public static T On<T>(this T endpoints, params IReadOnlyList<SitePart> parts)
        where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AnswersOn(parts));
}
