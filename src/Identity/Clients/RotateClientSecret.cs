using Microsoft.Extensions.DependencyInjection;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Gives a supplier's program a new secret, or other public keys. The former, and every token got with it, is worth
/// nothing at once.
/// </summary>
public sealed class RotateClientSecret
{
    private readonly IServiceScopeFactory _scopes;
    private readonly RecordAccess _record;

    internal RotateClientSecret(IServiceScopeFactory scopes, RecordAccess record) =>
        (_scopes, _record) = (scopes, record);

    /// <param name="id">Of the program.</param>
    /// <param name="keys">Its public keys (RFC 7517); null for a secret of ours.</param>
    /// <param name="actor">Who does it.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task<ClientOutcome> Execute(string id, string? keys, Actor actor, CancellationToken cancel)
    {
        if (!ClientSecrets.TryReadKeys(keys, out var read))
            return new ClientOutcome.Refused(ClientSecrets.WrongKeys);
        await using var scope = _scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(id, cancel) is not { } client
            || await ClientSupplier.Of(clients, client, cancel) is not { } supplier)
            return new ClientOutcome.Refused($"Er is geen programma met de naam '{id}'.");
        await _record.Execute(
            "", new AuditEvent("client.secret-rotated", $"{id} · leverancier {supplier}"), actor, cancel);
        var secret = read is null ? ClientSecrets.Make() : null;
        var descriptor = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(descriptor, client, cancel);
        (descriptor.ClientSecret, descriptor.JsonWebKeySet) = (secret, read);
        await clients.UpdateAsync(client, descriptor, cancel);
        await scope.ServiceProvider.GetRequiredService<IOpenIddictTokenManager>()
            .RevokeByApplicationIdAsync((await clients.GetIdAsync(client, cancel))!, cancel);
        return new ClientOutcome.Made(secret);
    }
}
