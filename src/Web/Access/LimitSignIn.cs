using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;

namespace Twente.Igw.Web.Access;

/// <summary>
/// How often one address may try to sign in. Beside it an account is shut for a while after a few wrong guesses.
/// </summary>
internal sealed class LimitSignIn(IOptions<SignInOptions> signIn) : IRateLimiterPolicy<string>
{
    public const string Policy = "aanmelden";

    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (context, _) =>
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.HttpContext.Response.Headers.RetryAfter = "60";
        return ValueTask.CompletedTask;
    };

    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetFixedWindowLimiter(
            NetworkOf(httpContext.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = signIn.Value.AttemptsPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0,
            });

    /// <summary>Whoever has one address of IPv6 has a whole /64 of them: it counts as one.</summary>
    internal static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexStringLower(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
