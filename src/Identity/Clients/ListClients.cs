using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;

namespace Twente.Igw.Identity;

/// <summary>A program that may ask for tokens.</summary>
/// <param name="Id">What it calls itself.</param>
/// <param name="Name">As shown.</param>
/// <param name="Supplier">Code of the supplier it delivers for.</param>
/// <param name="SignsItself">It proves itself with a key of its own, not with a secret.</param>
public sealed record ClientLine(string Id, string Name, string Supplier, bool SignsItself);

/// <summary>Lists the programs of suppliers; the platform's own hosts are none.</summary>
public sealed class ListClients(IServiceScopeFactory scopes)
{
    public async Task<IReadOnlyList<ClientLine>> Execute(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        var found = new List<ClientLine>();
        await foreach (var client in clients.ListAsync(cancellationToken: cancel))
            if (await ClientSupplier.Of(clients, client, cancel) is { } supplier)
                found.Add(new ClientLine(
                    await clients.GetClientIdAsync(client, cancel) ?? "",
                    await clients.GetDisplayNameAsync(client, cancel) ?? "", supplier,
                    await clients.GetJsonWebKeySetAsync(client, cancel) is not null));
        return [.. found.OrderBy(c => c.Id, StringComparer.Ordinal)];
    }
}
