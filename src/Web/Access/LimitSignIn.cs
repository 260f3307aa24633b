using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Twente.Igw.Web.Access;

/// <summary>
/// How often one address may try to sign in. Beside it an account is shut for a while after a few wrong guesses.
/// </summary>
internal sealed class LimitSignIn : IRateLimiterPolicy<string>
{
    public const string Policy = "aanmelden";

    private const int PerMinute = 30;

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(
            httpContext.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
            });
}
