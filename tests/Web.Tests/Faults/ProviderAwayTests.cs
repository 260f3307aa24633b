using System.Net;
using Twente.Igw.Testing;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Faults;

[Collection(nameof(OneFaultAtATime))]
public sealed class ProviderAwayTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly Employee Analyst =
        new("oid-1", "Noor de Analist", "noor@enschede.example") { Groups = [FederatedSite.Analysts] };

    [Fact]
    public async Task A_gemeente_whose_provider_is_down_reads_on_and_no_other_notices()
    {
        using var fault = new Fault("F17 a gemeente's provider is down", Engine.Sqlite, briefly: 1, fully: 10);
        await using var site = await FederatedSite.Start();
        using var local = await SiteUser.Invited(site.Igw, site.Port, "analist", ["GM0164"], Cancel);
        using var open = SiteUser.Stranger(site.Port);
        await site.SignIn(open, Analyst);
        for (var round = 1; round <= fault.Times; round++)
        {
            await site.Provider.Stop();

            Assert.Equal(HttpStatusCode.OK, await site.Ask(open, "/leveringen"));
            Assert.Equal(HttpStatusCode.OK, await site.Ask(local, "/leveringen", "hengelo"));
            using (var elsewhere = await local.SignedInAnew(site.Port, Cancel))
                await elsewhere.CookieAt("hengelo", Cancel);
            await NobodyNewComesIn(site, isRead: round > 1);

            await site.Provider.Begin();
            using var back = SiteUser.Stranger(site.Port);
            Assert.Equal("enschede.localhost", (await site.SignIn(back, Analyst)).Host);
        }
        fault.Held();
    }

    /// <param name="site">With the provider down.</param>
    /// <param name="isRead">
    /// Whether the process read before where the provider is: then it sends the browser there, which finds nobody.
    /// </param>
    private static async Task NobodyNewComesIn(FederatedSite site, bool isRead)
    {
        using var visitor = SiteUser.Stranger(site.Port);
        if (isRead)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => site.SignIn(visitor, Analyst));
            return;
        }
        await site.Set();
        var (status, page, host) = await site.SignIn(visitor, Analyst);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "id.localhost"), (status, host));
        Assert.Contains("De aanmelddienst van gemeente Enschede antwoordt nu niet", page, StringComparison.Ordinal);
    }
}
