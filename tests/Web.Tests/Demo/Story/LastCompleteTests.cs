using Twente.Igw.Web.Demo;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class LastCompleteTests
{
    [Theory]
    [InlineData("2026-11-22T23:59:00+01:00", "2026-W46")]
    [InlineData("2026-11-23T06:04:00+01:00", "2026-W46")]
    [InlineData("2026-11-23T06:05:00+01:00", "2026-W47")]
    [InlineData("2026-11-23T05:05:00+00:00", "2026-W47")]
    [InlineData("2026-07-06T06:05:00+02:00", "2026-W27")]
    public void No_demo_has_a_delivery_that_is_still_to_come(string now, string week) =>
        Assert.Equal(week, Story.LastComplete(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ToString());
}
