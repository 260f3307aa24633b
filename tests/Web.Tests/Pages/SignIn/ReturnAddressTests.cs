using Twente.Igw.Web.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

public sealed class ReturnAddressTests
{
    [Theory]
    [InlineData("//kwaad.example")]
    [InlineData("/\\kwaad.example")]
    [InlineData("/\t/kwaad.example")]
    [InlineData("/\n/kwaad.example")]
    [InlineData("/\r\n/kwaad.example")]
    [InlineData("https://kwaad.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("kwaad.example")]
    [InlineData("")]
    [InlineData(null)]
    public void Nobody_is_led_to_another_site_after_signing_in(string? address) =>
        Assert.False(ReturnAddress.IsOfThisHost(address));

    [Theory]
    [InlineData("/")]
    [InlineData("/verbinden/machtiging?client_id=gm0153&request_uri=urn%3Aigw%3A1")]
    public void An_address_of_the_own_host_is_kept(string address) =>
        Assert.True(ReturnAddress.IsOfThisHost(address));
}
