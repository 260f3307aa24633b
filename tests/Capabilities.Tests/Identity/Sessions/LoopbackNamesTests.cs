using Twente.Igw.Identity;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity;

public sealed class LoopbackNamesTests
{
    [Fact]
    public void A_provider_leads_the_platform_nowhere_else()
    {
        using var handler = LoopbackNames.Handler();

        Assert.False(handler.AllowAutoRedirect);
    }
}
