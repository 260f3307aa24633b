using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Twente.Igw.Web.Access;

/// <summary>How often a supplier's person or program may send and ask; one that runs wild keeps no other out.</summary>
internal sealed class LimitDelivering : IRateLimiterPolicy<string>
{
    public const string Policy = "aanleveren";

    private const int PerMinute = 120;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(
            httpContext.Features.Get<Visitor>()?.Pseudonym ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
            });
}
