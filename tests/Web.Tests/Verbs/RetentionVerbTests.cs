using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Verbs;

public sealed class RetentionVerbTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly IgwProcess _igw = new();

    public void Dispose() => _igw.Dispose();

    [Fact]
    public async Task What_will_go_is_shown_a_dry_run_changes_nothing_and_a_run_forgets_with_proof()
    {
        await _igw.AddEnschede(Cancel);
        await Run(0, "deliveries", "submit", "GM0153", WeekFile.Of("2015-W10", 5).WriteTo(_igw.PathOf("in")));
        var shown = await Run(0, "retention", "show", "GM0153");
        Assert.Contains("levering 1 (origineel)", shown, StringComparison.Ordinal);

        for (var time = 0; time < 2; time++)
            Assert.Contains(
                "van 1 regels", await Run(0, "retention", "run", "GM0153", "--dry-run"), StringComparison.Ordinal);
        Assert.Contains("vergeten van 1 regels", await Run(0, "retention", "run", "GM0153"), StringComparison.Ordinal);
        Assert.Contains("vergeten van 0 regels", await Run(0, "retention", "run", "GM0153"), StringComparison.Ordinal);

        Assert.Contains("\"detail\": \"20", await Run(0, "retention", "proofs", "GM0153", "--json"),
            StringComparison.Ordinal);
        await Run(0, "audit", "verify", "GM0153");
    }

    [Fact]
    public async Task Terms_are_set_within_limits()
    {
        await _igw.AddEnschede(Cancel);

        await Run(0, "retention", "set", "GM0153", "--quarantine-days", "30");
        Assert.Contains(
            "Geweigerde bestanden: 30 dagen", await Run(0, "retention", "show", "GM0153"), StringComparison.Ordinal);
        Assert.Contains(
            "Quarantaine: '0' klopt niet", await Run(1, "retention", "set", "GM0153", "--quarantine-days", "0"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_and_contacts_are_told()
    {
        await _igw.AddEnschede(Cancel);
        Assert.Contains("politie-week", await Run(0, "feeds", "GM0153"), StringComparison.Ordinal);
        Assert.Contains("\"stand\":", await Run(0, "feeds", "GM0153", "--json"), StringComparison.Ordinal);

        await Run(0, "tenant", "contact", "add", "GM0153", "veiligheid@example.nl");
        Assert.Contains(
            "veiligheid@example.nl", await Run(0, "tenant", "contact", "list", "GM0153"), StringComparison.Ordinal);
        await Run(0, "tenant", "contact", "remove", "GM0153", "veiligheid@example.nl");
        Assert.DoesNotContain(
            "veiligheid", await Run(0, "tenant", "contact", "list", "GM0153"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_does_the_daily_work_when_it_starts_and_mails_over_a_real_server()
    {
        await using var server = new MailServer();
        foreach (var (name, value) in server.Settings)
            _igw.Set(name, value);
        await _igw.AddEnschede(Cancel);
        await Run(0, "tenant", "contact", "add", "GM0153", "veiligheid@example.nl");
        await Run(2, "deliveries", "submit", "GM0153",
            (WeekFile.Of("2015-W10", 5) with { Rows = ["onzin"] }).WriteTo(_igw.PathOf("in")));
        await Run(0, "deliveries", "submit", "GM0153", WeekFile.Of("2015-W11", 5).WriteTo(_igw.PathOf("in")));

        var work = _igw.Go("work");
        await work.Ready(Cancel);
        for (var wait = 0; wait < 150 && (server.Received.IsEmpty || !await HasForgotten()); wait++)
            await Task.Delay(200, Cancel);

        Assert.Contains("Levering 1 is geweigerd", Assert.Single(server.Received).Text, StringComparison.Ordinal);
        Assert.True(await HasForgotten(), work.Errors);
    }

    private async Task<bool> HasForgotten() => (await Run(0, "retention", "run", "GM0153", "--dry-run"))
        .Contains("van 0 regels", StringComparison.Ordinal);

    private async Task<string> Run(int exitCode, params IReadOnlyList<string> arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {result.Output}{result.Errors}");
        return result.Output + result.Errors;
    }
}
