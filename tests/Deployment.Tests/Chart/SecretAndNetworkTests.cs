using k8s.Models;

namespace Twente.Igw.Deployment.Tests.Chart;

/// <summary>Who holds which secret, and who may speak to whom.</summary>
public sealed class SecretAndNetworkTests
{
    public static TheoryData<string> Sets => [.. RenderedChart.Sets];

    [Theory, MemberData(nameof(Sets))]
    public async Task A_secret_comes_by_reference_and_never_by_value(string set)
    {
        var chart = await RenderedChart.For(set);

        Assert.Empty(chart.Of<V1Secret>());
        Assert.Empty(chart.Of<V1ConfigMap>());
        Assert.All(chart.Pods.SelectMany(p => p.Pod.Spec.Containers[0].Env), setting =>
        {
            Assert.Null(setting.ValueFrom);
            Assert.DoesNotContain("Password", setting.Name, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("password", setting.Value, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Each_gemeente_has_a_Secret_of_her_own_for_both_of_her_logins(string set)
    {
        foreach (var (_, pod) in (await RenderedChart.For(set)).Pods)
        {
            var sources = Settings(pod).Where(s => s.Items.Any(i => i.Path.Contains("__gm", StringComparison.Ordinal)));
            Assert.NotEmpty(sources);
            Assert.All(sources, s => Assert.Equal(
                [$"Igw__Database__Secrets__{s.Name[4..]}_a", $"Igw__Database__Secrets__{s.Name[4..]}_b"],
                s.Items.Select(i => i.Path)));
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Only_what_migrates_holds_the_administrators_secret(string set) => Assert.All(
        (await RenderedChart.For(set)).Pods, p => Assert.Equal(
            p.Pod.Spec.ServiceAccountName == "igw-migrator",
            Settings(p.Pod).Any(s => s.Items.Any(i => i.Path == "Igw__Database__Admin"))));

    [Theory, MemberData(nameof(Sets))]
    public async Task Files_of_secrets_are_read_only_and_for_the_process_alone(string set) => Assert.All(
        (await RenderedChart.For(set)).Pods, p =>
        {
            Assert.All(
                p.Pod.Spec.Containers[0].VolumeMounts
                    .Where(m => m.MountPath.StartsWith("/secrets", StringComparison.Ordinal)),
                m => Assert.True(m.ReadOnlyProperty));
            // 0440, read by whoever runs it and written by nobody.
            Assert.Equal(
                [0b100_100_000, 0b100_100_000],
                p.Pod.Spec.Volumes.Select(v => v.Projected?.DefaultMode ?? v.Secret?.DefaultMode).OfType<int>());
        });

    [Theory, MemberData(nameof(Sets))]
    public async Task Nothing_is_let_in_or_out_unless_a_policy_names_it(string set)
    {
        var chart = await RenderedChart.For(set);
        var deny = chart.Named<V1NetworkPolicy>("igw-default-deny");

        Assert.Equal(["Ingress", "Egress"], deny.Spec.PolicyTypes);
        Assert.True(deny.Spec is { Ingress: null, Egress: null });
        Assert.All(chart.Pods, p => Assert.True(deny.Spec.PodSelector.MatchLabels.All(l =>
            p.Pod.Metadata.Labels.TryGetValue(l.Key, out var value) && value == l.Value)));
        Assert.All(chart.Of<V1NetworkPolicy>().SelectMany(n => n.Spec.Egress ?? []), rule =>
        {
            Assert.NotEmpty(rule.To);
            Assert.NotEmpty(rule.Ports);
        });
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Only_the_proxy_comes_in_and_only_at_web(string set)
    {
        var chart = await RenderedChart.For(set);

        var rule = Assert.Single(chart.Named<V1NetworkPolicy>("igw-web").Spec.Ingress);
        Assert.NotEmpty(rule.FromProperty);
        Assert.Equal("8080", Assert.Single(rule.Ports).Port);
        Assert.Empty(chart.Named<V1NetworkPolicy>("igw-worker").Spec.Ingress ?? []);
        Assert.Empty(chart.Named<V1NetworkPolicy>("igw-migrator").Spec.Ingress ?? []);
    }

    [Theory]
    [InlineData("domain=", "domain")]
    [InlineData("image.tag=latest", "tag")]
    [InlineData("web.replicas=1", "replicas")]
    [InlineData("database.server=Host=db;Password=x", "server")]
    [InlineData("database.engine=Sqlite", "engine")]
    [InlineData("scanning.kind=None", "scanning")]
    [InlineData("dropZones.kind=AzureBlob", "account")]
    [InlineData("tenants[0].code=Enschede", "code")]
    [InlineData("network.database=null", "database")]
    [InlineData("web.proxies=null", "proxies")]
    [InlineData("onbekend=1", "onbekend")]
    public async Task Values_that_would_be_unsafe_or_unknown_are_refused(string change, string about)
    {
        var (isRendered, says) = await RenderedChart.With("small", change);

        Assert.False(isRendered);
        Assert.Contains(about, says, StringComparison.Ordinal);
    }

    private static IEnumerable<V1SecretProjection> Settings(V1PodTemplateSpec pod) =>
        pod.Spec.Volumes.Single(v => v.Name == "settings").Projected.Sources.Select(s => s.Secret);
}
