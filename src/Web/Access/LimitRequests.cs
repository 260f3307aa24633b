using System.Threading.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace Twente.Igw.Web.Access;

/// <summary>How much one host may be asked (<c>Igw:Web</c> in configuration).</summary>
public sealed class RequestLimits
{
    /// <summary>
    /// Answers a second for each gemeente, and for each other host, of which one address gets a third; a burst may be
    /// four times as many. 0: no limit.
    /// </summary>
    public int RequestsPerSecond { get; init; } = 600;
}

/// <summary>
/// Each host has a share of its own: who asks too much of one gemeente takes nothing from another, and one address
/// cannot use a whole share up. Styles and scripts are not counted; they cost next to nothing.
/// </summary>
internal sealed class LimitRequests(RequestDelegate next, IOptions<RequestLimits> limits) : IDisposable
{
    private const int PartOfOne = 3;
    private const int Burst = 4;
    private const int PartsOfASecond = 10;

    private readonly PartitionedRateLimiter<HttpContext> _limiter = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<HttpContext, string>(http => Share(
            HostOf(http) + " " + LimitSignIn.NetworkOf(http.Connection.RemoteIpAddress),
            limits.Value.RequestsPerSecond / PartOfOne)),
        // The host was found to be one of ours before: nobody fills the memory with invented names.
        PartitionedRateLimiter.Create<HttpContext, string>(http => Share(
            HostOf(http), limits.Value.RequestsPerSecond)));

    public async Task InvokeAsync(HttpContext http)
    {
        if (limits.Value.RequestsPerSecond == 0
            || http.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(http);
            return;
        }
        using var lease = _limiter.AttemptAcquire(http);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = "1";
    }

    public void Dispose() => _limiter.Dispose();

    private static string HostOf(HttpContext http) => http.Request.Host.Host.ToLowerInvariant();

    private static RateLimitPartition<string> Share(string of, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(of, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = Math.Max(1, perSecond * Burst),
            TokensPerPeriod = Math.Max(1, perSecond / PartsOfASecond),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1) / PartsOfASecond, QueueLimit = 0,
        });
}
