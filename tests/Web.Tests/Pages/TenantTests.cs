using Twente.Igw.Web.Tests.Api;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

[Collection(nameof(Site))]
public sealed class TenantTests(Site site)
{
    public static readonly TheoryData<string> Paths =
    [
        "/", "/buurten", "/buurten/WK016400", "/leveringen", "/leveringen/4", "/leveringen/4/ontvangstbewijs",
        "/leveringen/vertalingen", "/leveringen/vertalingen/politie-export", "/leveringen/vertalingen/nieuw",
            "/definities",
        "/omstandigheden", "/api/v1/kengetallen", "/api/v1/kengetallen/inwoners?niveau=buurt",
        "/csv/omstandigheden?niveau=buurt&categorie=totaal&van=2025-W41&tot=2025-W44&kengetal=inwoners",
        "/leveringen/afspraken", "/leveringen/bewaartermijnen", "/api/v1/leveringsstand", "/leveringsstand",
        "/account", "/bestaat-niet", "/buurten/BU01530000", "/leveringen/5", "/api/v1/gebieden", "/api/v1/leveringen",
        "/api/v1/cijfers?niveau=buurt&categorie=totaal&van=2025-W41&tot=2025-W44",
        "/csv/cijfers?niveau=buurt&categorie=totaal&van=2025-W41&tot=2025-W44",
    ];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Nothing_of_Enschede_is_ever_told_in_Hengelo(string path)
    {
        using var enschede = site.Client();
        using var hengelo = site.Client("hengelo");
        // Asked there first, so that whatever is remembered is remembered.
        using var there = await enschede.Send(HttpMethod.Get, path);

        using var here = await hengelo.Send(HttpMethod.Get, path);

        var text = await here.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Enschede", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(GM|WK|BU)0153", text);
    }

    [Theory]
    [InlineData("/api/v1/cijfers?gebied=GM0153&categorie=totaal&van=2025-W41&tot=2025-W44", 400)]
    [InlineData("/csv/cijfers?gebied=GM0153&categorie=totaal&van=2025-W41&tot=2025-W44", 400)]
    [InlineData("/api/v1/kengetallen/inwoners?gebied=GM0153", 400)]
    [InlineData("/buurten/GM0153", 404)]
    [InlineData("/buurten/BU01530000", 404)]
    [InlineData("/leveringen/vertalingen/politie-export", 404)]
    [InlineData("/leveringen/vertalingen/politie-export/bewerken", 404)]
    public async Task What_is_Enschedes_is_not_there_in_Hengelo(string path, int status)
    {
        using var client = site.Client("hengelo");

        using var answer = await client.Send(HttpMethod.Get, path);

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("/leveringen/6")]
    [InlineData("/api/v1/leveringen/6")]
    [InlineData("/csv/bevindingen/6")]
    public async Task A_delivery_of_Enschede_is_not_there_in_Almelo_which_has_none(string path)
    {
        using var enschede = site.Client();
        using var almelo = site.Client("almelo");

        using var there = await enschede.Send(HttpMethod.Get, path);
        using var here = await almelo.Send(HttpMethod.Get, path);

        Assert.Equal((200, 404), ((int)there.StatusCode, (int)here.StatusCode));
    }
}
