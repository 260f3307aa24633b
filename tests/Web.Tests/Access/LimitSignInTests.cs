using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

public sealed class LimitSignInTests
{
    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:192.0.2.1", "192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void A_whole_network_of_IPv6_counts_as_one_address(string one, string other, bool isSame) =>
        Assert.Equal(isSame, KeyOf(one) == KeyOf(other));

    private static string KeyOf(string address)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        return new LimitSignIn(Options.Create(new SignInOptions())).GetPartition(http).PartitionKey;
    }
}
