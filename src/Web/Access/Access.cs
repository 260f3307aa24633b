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

/// <summary>Marks endpoints.</summary>
internal static class Marks
{
    /// <summary>Only for who has this permission at the host.</summary>
    public static T Needs<T>(this T endpoints, Permission permission) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AccessDecision(permission));

    /// <summary>For anybody: it holds nothing of a gemeente, or is how one signs in.</summary>
    public static T ForAnybody<T>(this T endpoints) where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AccessDecision(null));

    /// <summary>On these hosts; without this mark an endpoint is a gemeente's.</summary>
    public static T On<T>(this T endpoints, params IReadOnlyList<SitePart> parts)
        where T : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AnswersOn(parts));
}
