using Microsoft.AspNetCore.Routing.Matching;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Access;

/// <summary>
/// An endpoint exists on its own hosts and nowhere else; one address can mean something on each of them. Without a
/// mark it is a gemeente's.
/// </summary>
internal sealed class ChooseByHost : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <summary>Before anything else is weighed.</summary>
    public override int Order => -1000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => true;

    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        var part = httpContext.Features.Get<AnsweringPart>()?.Part ?? SitePart.Unknown;
        for (var at = 0; at < candidates.Count; at++)
        {
            var homes = candidates[at].Endpoint.Metadata.GetMetadata<AnswersOn>()?.Parts ?? [SitePart.Tenant];
            if (!homes.Contains(part))
                candidates.SetValidity(at, false);
        }
        return Task.CompletedTask;
    }
}
