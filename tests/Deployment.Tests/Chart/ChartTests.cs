using k8s.Models;

namespace Twente.Igw.Deployment.Tests.Chart;

/// <summary>What the chart asks of a cluster, for every set of values that comes with it.</summary>
public sealed class ChartTests
{
    public static TheoryData<string> Sets => [.. RenderedChart.Sets];

    [Theory, MemberData(nameof(Sets))]
    public async Task Every_document_is_what_Kubernetes_knows(string set)
    {
        var chart = await RenderedChart.For(set);

        Assert.Equal(chart.Text.Split("\nkind: ").Length - 1, chart.Objects.Count);
        Assert.Equal(chart.Objects.Count, chart.Objects.DistinctBy(o => (o.Kind, o.Metadata.Name)).Count());
        Assert.All(chart.Objects, o => Assert.Equal("igw", o.Metadata.Labels["app.kubernetes.io/name"]));
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Every_setting_it_gives_is_one_that_the_program_reads(string set)
    {
        var chart = await RenderedChart.For(set);
        var given = chart.Pods.SelectMany(p => p.Pod.Spec.Containers[0].Env.Select(e => e.Name)
            .Concat(p.Pod.Spec.Volumes.Single(v => v.Name == "settings").Projected.Sources
                .SelectMany(s => s.Secret.Items.Select(i => i.Path))))
            .Select(name => name.Replace("__", ":", StringComparison.Ordinal)).Distinct();
        var read = await File.ReadAllTextAsync(
            Tool.PathOf("infra", "settings.md"), TestContext.Current.CancellationToken);

        // Of a list or of texts by name the last part is the reader's own.
        Assert.All(given, name => Assert.True(
            read.Contains($"`{name}`", StringComparison.Ordinal)
                || read.Contains($"`{name[..name.LastIndexOf(':')]}` |", StringComparison.Ordinal), name));
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task A_pod_is_nobody_and_can_change_nothing_of_itself(string set)
    {
        foreach (var (name, pod) in (await RenderedChart.For(set)).Pods)
        {
            Assert.True(pod.Spec.SecurityContext.RunAsNonRoot, name);
            Assert.Equal(1654, pod.Spec.SecurityContext.RunAsUser);
            Assert.Equal("RuntimeDefault", pod.Spec.SecurityContext.SeccompProfile.Type);
            Assert.False(pod.Spec.AutomountServiceAccountToken, name);
            Assert.True(pod.Spec is { HostNetwork: null, HostPID: null, HostIPC: null }, name);
            var container = Assert.Single(pod.Spec.Containers);
            Assert.True(container.SecurityContext.ReadOnlyRootFilesystem, name);
            Assert.False(container.SecurityContext.AllowPrivilegeEscalation, name);
            Assert.False(container.SecurityContext.Privileged, name);
            Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
            Assert.Null(container.SecurityContext.Capabilities.Add);
            Assert.DoesNotContain(pod.Spec.Volumes, v => v.HostPath is not null);
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task A_pod_says_what_it_needs_and_how_much_it_may_use(string set) => Assert.All(
        (await RenderedChart.For(set)).Pods.Select(p => p.Pod.Spec.Containers[0].Resources), r =>
        {
            Assert.Equal(["cpu", "memory"], r.Requests.Keys.Order());
            Assert.Equal(["cpu", "memory"], r.Limits.Keys.Order());
        });

    [Theory, MemberData(nameof(Sets))]
    public async Task What_goes_on_is_probed_and_no_probe_looks_at_a_gemeente(string set)
    {
        foreach (var deployment in (await RenderedChart.For(set)).Of<V1Deployment>())
        {
            var container = deployment.Spec.Template.Spec.Containers[0];
            Assert.Equal(
                ["/health/ready", "/health/answers", "/health/live"],
                new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe }
                    .Select(p => p.HttpGet.Path));
            Assert.Equal("0", deployment.Spec.Strategy.RollingUpdate.MaxUnavailable);
            var patience = deployment.Spec.Template.Spec.TerminationGracePeriodSeconds;
            Assert.True(container.Lifecycle.PreStop.Sleep.Seconds < patience);
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Whatever_runs_can_be_moved_while_it_runs(string set)
    {
        var chart = await RenderedChart.For(set);
        foreach (var deployment in chart.Of<V1Deployment>())
        {
            var budget = chart.Named<V1PodDisruptionBudget>(deployment.Metadata.Name);
            Assert.Equal(deployment.Spec.Selector.MatchLabels, budget.Spec.Selector.MatchLabels);
            Assert.Equal("1", budget.Spec.MaxUnavailable);
            var scales = chart.Of<V2HorizontalPodAutoscaler>()
                .Any(h => h.Spec.ScaleTargetRef.Name == deployment.Metadata.Name);
            Assert.Equal(scales, deployment.Spec.Replicas is null);
        }
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task One_image_runs_as_web_as_worker_and_as_migrator_before_either(string set)
    {
        var chart = await RenderedChart.For(set);

        Assert.Single(chart.Pods.Select(p => p.Pod.Spec.Containers[0].Image).Distinct());
        var job = chart.Named<V1Job>("igw-migrator");
        Assert.Equal(["migrate"], job.Spec.Template.Spec.Containers[0].Args);
        Assert.Equal("pre-install,pre-upgrade", job.Metadata.Annotations["helm.sh/hook"]);
        Assert.Equal(["serve", "--no-work"], ArgsOf(chart, "igw-web").Take(2));
        Assert.Equal("work", ArgsOf(chart, "igw-worker")[0]);
        Assert.True(chart.Named<V1CronJob>("igw-operate").Spec.Suspend);
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Each_process_is_somebody_of_its_own(string set)
    {
        var chart = await RenderedChart.For(set);
        var accounts = chart.Of<V1ServiceAccount>().ToList();

        Assert.Equal(["igw-migrator", "igw-web", "igw-worker"], accounts.Select(a => a.Metadata.Name).Order());
        Assert.All(accounts, a => Assert.False(a.AutomountServiceAccountToken));
        Assert.All(chart.Pods, p =>
            Assert.Contains(p.Pod.Spec.ServiceAccountName, accounts.Select(a => a.Metadata.Name)));
        Assert.Equal(
            set == "azure",
            chart.Pods.All(p => p.Pod.Metadata.Labels.ContainsKey("azure.workload.identity/use")));
    }

    [Theory, MemberData(nameof(Sets))]
    public async Task Every_host_of_the_platform_comes_in_over_TLS(string set)
    {
        var routes = (await RenderedChart.For(set)).Of<V1Ingress>().ToList();

        Assert.Equal(
            ["*", "aanleveren", "beheer", "id", "regio"],
            routes.SelectMany(r => r.Spec.Rules).Select(r => r.Host.Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.All(routes, r => Assert.Equal("igw-tls", Assert.Single(r.Spec.Tls).SecretName));
        Assert.All(routes.SelectMany(r => r.Spec.Rules), r =>
            Assert.Equal("igw-web", Assert.Single(r.Http.Paths).Backend.Service.Name));
    }

    private static IList<string> ArgsOf(RenderedChart chart, string name) =>
        chart.Named<V1Deployment>(name).Spec.Template.Spec.Containers[0].Args;
}
