using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Web.Tests.Telemetry;

/// <summary>Takes in what a program sends over OTLP, as a collector does, and keeps it.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly ConcurrentQueue<byte[]> _metrics = new();
    private readonly ConcurrentQueue<byte[]> _rest = new();
    private readonly WebApplication _app;

    private Collector(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Each metric that came in, by the names that Prometheus gives to it.</summary>
    public HashSet<string> Names => _metrics.SelectMany(SentMetric.Read).SelectMany(m => m.PrometheusNames)
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>Every text in what came in; protobuf holds texts as they are.</summary>
    public string Everything => string.Concat(_metrics.Concat(_rest).Select(Encoding.Latin1.GetString));

    /// <summary>The same of traces and logs.</summary>
    public string Traces => string.Concat(_rest.Select(Encoding.Latin1.GetString));

    public static async Task<Collector> Start(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/metrics", http => Keep(http, collector._metrics));
        app.MapPost("/v1/traces", http => Keep(http, collector._rest));
        app.MapPost("/v1/logs", http => Keep(http, collector._rest));
        await app.StartAsync(cancel);
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task Keep(HttpContext http, ConcurrentQueue<byte[]> where)
    {
        using var bytes = new MemoryStream();
        await http.Request.Body.CopyToAsync(bytes, http.RequestAborted);
        where.Enqueue(bytes.ToArray());
    }
}
