using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Twente.Igw.Web.Access;

/// <summary>How often one person's programs may fetch everything at once; a report that refreshes needs far less.
/// </summary>
internal sealed class LimitPrograms : IRateLimiterPolicy<string>
{
    public const string Policy = "programmas";

    private const int PerMinute = 30;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(
            httpContext.Features.Get<Visitor>()?.User.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
            });
}
