using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Twente.Igw.Web.Access;

/// <summary>How many files one person may follow at the same moment: each holds a line open and asks again and again.
/// </summary>
internal sealed class LimitFollowing : IRateLimiterPolicy<string>
{
    public const string Policy = "volgen";

    internal const int AtOnce = 5;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetConcurrencyLimiter(
            httpContext.Features.Get<Visitor>()?.Pseudonym ?? "", _ => new ConcurrencyLimiterOptions
            {
                PermitLimit = AtOnce, QueueLimit = 0,
            });
}
