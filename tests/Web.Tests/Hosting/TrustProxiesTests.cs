using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Twente.Igw.Web.Hosting;
using Xunit;

namespace Twente.Igw.Web.Tests.Hosting;

public sealed class TrustProxiesTests
{
    [Theory]
    [InlineData("10.0.0.2", "198.51.100.7", "198.51.100.7")]
    [InlineData("10.0.0.2", "198.51.100.7, 10.0.0.1", "198.51.100.7")]
    [InlineData("10.0.0.2", "203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7")]
    [InlineData("192.0.2.1", "198.51.100.7", "192.0.2.1")]
    public async Task A_visitor_is_who_the_first_known_proxy_saw_however_many_stand_before_the_site(
        string from, string forwarded, string visitor)
    {
        var options = new ForwardedHeadersOptions();
        new TrustProxies(Options.Create(new ProxyOptions { Proxies = { "10.0.0.0/8" } })).Configure(options);
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(from) } };
        http.Request.Headers["X-Forwarded-For"] = forwarded;

        await new ForwardedHeadersMiddleware(
            _ => Task.CompletedTask, NullLoggerFactory.Instance, Options.Create(options)).Invoke(http);

        Assert.Equal(visitor, http.Connection.RemoteIpAddress?.ToString());
    }
}
