using System.Text.RegularExpressions;
using Xunit;

namespace Twente.Igw.Web.Tests.Telemetry;

public sealed partial class TelemetryTests(MeasuredSite site) : IClassFixture<MeasuredSite>
{
    private static readonly string Infra = FindInfra();

    [Fact]
    public void What_an_operator_must_see_is_measured() => Assert.Subset(
        site.Collector.Names,
        new HashSet<string>(
            [
                "igw_deliveries_total", "igw_ingest_lag_seconds_bucket", "igw_feed_state", "igw_arrivals_waiting",
                "igw_jobs", "igw_version_age_seconds", "igw_signins_failed_total", "igw_crossings_refused_total",
                "igw_tenant_open", "http_server_request_duration_seconds_count",
            ], StringComparer.Ordinal));

    [Fact]
    public void A_gemeente_is_known_by_her_code_and_by_nothing_else()
    {
        Assert.Contains("GM0153", site.Collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Enschede", site.Collector.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_and_jobs_are_traced_without_what_an_address_holds()
    {
        var traces = site.Collector.Traces;
        Assert.Contains("/uitnodiging/{geheim}", traces, StringComparison.Ordinal);
        Assert.Contains("WatchFeeds.Execute", traces, StringComparison.Ordinal);
        Assert.DoesNotContain(MeasuredSite.Secret, site.Collector.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("/health", traces, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("telemetry/alerts.yaml")]
    [InlineData("telemetry/dashboard.json")]
    public void What_is_asked_of_metrics_is_asked_of_ones_that_the_program_sends(string file)
    {
        var text = Labels.Replace(File.ReadAllText(Path.Combine(Infra, file)), "");
        var asked = Metric.Matches(text).Select(m => m.Value).Distinct().ToList();

        Assert.True(asked.Count > 5, $"{file} asks for {asked.Count}");
        Assert.Empty(asked.Except(site.Collector.Names, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_alert_says_how_grave_it_is_and_has_a_runbook_of_its_own()
    {
        var alerts = File.ReadAllText(Path.Combine(Infra, "telemetry/alerts.yaml")).Split("- alert: ")[1..];
        Assert.NotEmpty(alerts);
        Assert.All(alerts, alert =>
        {
            var (name, runbook) = (alert.Split('\n')[0], Runbook.Match(alert).Groups["path"].Value);
            Assert.Matches("severity: (page|ticket|info)\n", alert);
            var text = File.ReadAllText(Path.Combine(Infra, runbook));
            Assert.StartsWith($"# {name}\n", text, StringComparison.Ordinal);
            Assert.All(["**Look**", "**Do**", "**Over when:**"], part => Assert.Contains(part, text));
        });
        Assert.Equal(alerts.Length, Directory.GetFiles(Path.Combine(Infra, "runbooks")).Length);
    }

    private static string FindInfra()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "infra");
    }

    [GeneratedRegex(@"\bby \([^)]*\)|\{\{[^}]*\}\}", RegexOptions.None, 1000)]
    private static partial Regex Labels { get; }

    /// <summary>A word with the form of a metric; of what follows <c>=</c> it is a label.</summary>
    [GeneratedRegex(@"\b(igw|http|dotnet|kestrel)_[a-z0-9_]+\b(?!=)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric { get; }

    [GeneratedRegex(@"runbook: infra/(?<path>runbooks/[a-z-]+\.md)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Runbook { get; }
}
