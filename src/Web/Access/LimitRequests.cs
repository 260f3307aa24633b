using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Web.Access;

/// <summary>How much one host may be asked (<c>Igw:Web</c> in configuration).</summary>
public sealed class RequestLimits
{
    /// <summary>
    /// Answers a second for each gemeente, and for each other host; a burst may be four times as many. 0: no limit.
    /// </summary>
    public int RequestsPerSecond { get; init; } = 500;
}

/// <summary>
/// Each host has a share of its own: who asks too much of one gemeente, or tries to, takes nothing from another. Styles
/// and scripts are not counted; they cost next to nothing.
/// </summary>
internal sealed class LimitRequests(IOptions<RequestLimits> limits) : IConfigureOptions<RateLimiterOptions>
{
    private const int Burst = 4;
    private const int PartsOfASecond = 10;

    public void Configure(RateLimiterOptions options)
    {
        options.AddPolicy<string, LimitSignIn>(LimitSignIn.Policy);
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "1";
            return ValueTask.CompletedTask;
        };
        if (limits.Value.RequestsPerSecond > 0)
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(ShareOf);
    }

    private RateLimitPartition<string> ShareOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            return RateLimitPartition.GetNoLimiter("");
        // The host was found to be one of ours before: nobody fills the memory with invented names.
        return RateLimitPartition.GetTokenBucketLimiter(http.Request.Host.Host.ToLowerInvariant(), _ => Share());
    }

    private TokenBucketRateLimiterOptions Share() => new()
    {
        TokenLimit = limits.Value.RequestsPerSecond * Burst,
        TokensPerPeriod = Math.Max(1, limits.Value.RequestsPerSecond / PartsOfASecond),
        ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PartsOfASecond,
        QueueLimit = 0,
    };
}
