using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twente.Igw.Web.Access;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

public sealed class LimitRequestsTests
{
    private const int PerSecond = 30;
    private const int BurstOfOne = 4 * PerSecond / 3;
    private const int Burst = 4 * PerSecond;

    [Fact]
    public async Task Who_asks_too_much_of_one_gemeente_takes_nothing_from_another()
    {
        using var limit = Limit(PerSecond);
        for (var asked = 0; asked < Burst; asked++)
            await Ask(limit, "enschede.localhost", $"10.0.0.{asked % 4}");

        Assert.Equal(StatusCodes.Status429TooManyRequests, await Ask(limit, "ENSCHEDE.localhost", "10.0.0.9"));
        Assert.Equal(StatusCodes.Status200OK, await Ask(limit, "hengelo.localhost", "10.0.0.1"));
    }

    [Fact]
    public async Task One_address_cannot_use_up_the_share_of_a_gemeente()
    {
        using var limit = Limit(PerSecond);
        for (var asked = 0; asked < BurstOfOne; asked++)
            Assert.Equal(StatusCodes.Status200OK, await Ask(limit, "enschede.localhost", "10.0.0.1"));

        Assert.Equal(StatusCodes.Status429TooManyRequests, await Ask(limit, "enschede.localhost", "10.0.0.1"));
        Assert.Equal(StatusCodes.Status200OK, await Ask(limit, "enschede.localhost", "10.0.0.2"));
    }

    [Fact]
    public async Task Without_a_limit_nobody_is_turned_away()
    {
        using var limit = Limit(0);
        for (var asked = 0; asked < 10 * Burst; asked++)
            Assert.Equal(StatusCodes.Status200OK, await Ask(limit, "enschede.localhost", "10.0.0.1"));
    }

    private static LimitRequests Limit(int perSecond) => new(
        _ => Task.CompletedTask, Options.Create(new RequestLimits { RequestsPerSecond = perSecond }));

    private static async Task<int> Ask(LimitRequests limit, string host, string address)
    {
        var http = new DefaultHttpContext();
        http.Request.Host = new HostString(host, 5080);
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        await limit.InvokeAsync(http);
        return http.Response.StatusCode;
    }
}
