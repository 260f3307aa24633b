using System.CommandLine;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>The engine that is measured; a server is our own and as durable as a real one.</summary>
internal sealed class EngineUnderTest : IAsyncDisposable
{
    private readonly PostgresServer? _server;

    private EngineUnderTest(PostgresServer? server) => _server = server;

    public static EngineUnderTest Sqlite { get; } = new(null);

    public static Option<Engine> Option()
    {
        var option = new Option<Engine>("--engine")
        {
            Description = "Sqlite, or PostgreSql on a server that is started for it",
            DefaultValueFactory = _ => Engine.Sqlite,
        };
        option.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<Engine>() == Engine.SqlServer)
                given.AddError("There is no SqlServer here to measure.");
        });
        return option;
    }

    public static async Task<EngineUnderTest> Of(Engine engine) =>
        engine == Engine.PostgreSql ? new(await PostgresServer.Start(durable: true)) : Sqlite;

    /// <summary>An empty platform.</summary>
    public Task<TestPlatform> Start(CancellationToken cancel) =>
        _server is null ? TestPlatform.Start(Engine.Sqlite, cancel) : TestPlatform.Start(_server, cancel);

    /// <summary>The administrator's connection string of the server; null when there is none.</summary>
    public string? Admin => _server?.Admin();

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
