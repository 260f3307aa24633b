using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Twente.Igw.Web.Access;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

public sealed class LimitRequestsTests
{
    private const int PerSecond = 10;
    private const int Burst = 4 * PerSecond;

    [Fact]
    public void Who_asks_too_much_of_one_gemeente_takes_nothing_from_another()
    {
        var limiter = LimiterOf(PerSecond);

        Assert.All(Enumerable.Range(0, Burst), _ => Assert.True(Asked(limiter, "enschede.localhost")));
        Assert.False(Asked(limiter, "enschede.localhost"));
        Assert.False(Asked(limiter, "ENSCHEDE.localhost"));
        Assert.True(Asked(limiter, "hengelo.localhost"));
    }

    [Fact]
    public void Without_a_limit_nobody_is_turned_away() => Assert.Null(LimiterOf(0));

    private static System.Threading.RateLimiting.PartitionedRateLimiter<HttpContext>? LimiterOf(int perSecond)
    {
        var options = new RateLimiterOptions();
        new LimitRequests(Options.Create(new RequestLimits { RequestsPerSecond = perSecond })).Configure(options);
        return options.GlobalLimiter;
    }

    private static bool Asked(
        System.Threading.RateLimiting.PartitionedRateLimiter<HttpContext>? limiter, string host)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host, 5080);
        using var lease = limiter!.AttemptAcquire(http);
        return lease.IsAcquired;
    }
}
