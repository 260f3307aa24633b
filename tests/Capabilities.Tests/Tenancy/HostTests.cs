using Twente.Igw.Tenancy;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

public sealed class HostTests
{
    [Theory]
    [InlineData("enschede.example.nl", SitePart.Tenant)]
    [InlineData("ENSCHEDE.Example.nl", SitePart.Tenant)]
    [InlineData("regio.example.nl", SitePart.Region)]
    [InlineData("aanleveren.example.nl", SitePart.Supplier)]
    [InlineData("id.example.nl", SitePart.Identity)]
    [InlineData("beheer.example.nl", SitePart.Operator)]
    [InlineData("www.example.nl", SitePart.Unknown)]
    [InlineData("example.nl", SitePart.Unknown)]
    [InlineData("a.enschede.example.nl", SitePart.Unknown)]
    [InlineData("enschede.example.nl.evil.org", SitePart.Unknown)]
    [InlineData("enschede-example.nl", SitePart.Unknown)]
    [InlineData("127.0.0.1", SitePart.Unknown)]
    [InlineData("", SitePart.Unknown)]
    public void The_host_name_alone_decides_which_part_answers(string host, SitePart part) =>
        Assert.Equal(part, SiteHost.Read(host, "example.nl").Part);

    [Theory]
    [InlineData("id")]
    [InlineData("regio")]
    [InlineData("aanleveren")]
    [InlineData("beheer")]
    [InlineData("www")]
    [InlineData("Enschede")]
    [InlineData("-enschede")]
    [InlineData("enschede-")]
    [InlineData("e")]
    [InlineData("en schede")]
    [InlineData("enschede.nl")]
    public void A_host_of_the_platform_or_of_no_form_is_no_gemeentes(string label) =>
        Assert.False(TenantSlug.TryParse(label, out _));

    [Theory]
    [InlineData("GM0153", true)]
    [InlineData("gm0153", false)]
    [InlineData("GM153", false)]
    [InlineData("GM01530", false)]
    [InlineData("GM٠١٥٣", false)]
    [InlineData(" GM0153", false)]
    [InlineData("", false)]
    public void A_tenant_is_a_municipality_code_to_the_letter(string code, bool valid) =>
        Assert.Equal(valid, TenantId.TryParse(code, out _));
}
