using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Twente.Igw.Identity;
using Twente.Igw.Web.Access;
using Xunit;

namespace Twente.Igw.Web.Tests.Access;

public sealed class LimitFollowingTests
{
    [Fact]
    public void One_person_follows_a_few_files_at_once_and_keeps_no_other_from_following_hers()
    {
        var policy = new LimitFollowing();
        using var limiter = PartitionedRateLimiter.Create<HttpContext, string>(policy.GetPartition);
        var (she, another) = (Request(), Request());
        var held = Enumerable.Range(0, LimitFollowing.AtOnce).Select(_ => limiter.AttemptAcquire(she)).ToList();

        Assert.All(held, lease => Assert.True(lease.IsAcquired));
        Assert.False(limiter.AttemptAcquire(she).IsAcquired);
        Assert.True(limiter.AttemptAcquire(another).IsAcquired);

        held[0].Dispose();
        Assert.True(limiter.AttemptAcquire(she).IsAcquired);
    }

    private static DefaultHttpContext Request()
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new Visitor(Guid.NewGuid(), "Proef", new HashSet<Permission>()));
        return http;
    }
}
