using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Takes a supplier's program off the platform; its tokens are worth nothing from then on.</summary>
public sealed class RemoveClient
{
    private readonly IServiceScopeFactory _scopes;
    private readonly RecordAccess _record;

    internal RemoveClient(IServiceScopeFactory scopes, RecordAccess record) => (_scopes, _record) = (scopes, record);

    /// <returns>False when there is no such program; the platform's own hosts are none.</returns>
    public async Task<bool> Execute(string id, Actor actor, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(id, cancel) is not { } client
            || await ClientSupplier.Of(clients, client, cancel) is not { } supplier)
            return false;
        await _record.Execute(
            "", new AuditEvent("client.removed", $"{id} · leverancier {supplier}"), actor, cancel);
        await clients.DeleteAsync(client, cancel);
        return true;
    }
}
