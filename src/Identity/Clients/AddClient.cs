using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Twente.Igw.Tenancy;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Identity;

/// <summary>A program that is to deliver without a person.</summary>
public sealed record NewClient
{
    /// <summary>What the program calls itself: small letters, digits and hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>As shown to whoever looks after the platform.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the supplier it delivers for, and for no other.</summary>
    public required string Supplier { get; init; }

    /// <summary>Its public keys (RFC 7517), when it signs instead of keeping a secret of ours.</summary>
    public string? Keys { get; init; }
}

/// <summary>What became of adding a client.</summary>
public abstract record ClientOutcome
{
    private ClientOutcome()
    {
    }

    /// <summary>It may ask for tokens now.</summary>
    /// <param name="Secret">Told here and never again; null when it signs with its own key.</param>
    public sealed record Made(string? Secret) : ClientOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(string Sentence) : ClientOutcome;
}

/// <summary>Lets a supplier's program ask for tokens on its own account: to deliver, and nothing else.</summary>
public sealed class AddClient
{
    private readonly IServiceScopeFactory _scopes;
    private readonly RecordAccess _record;

    internal AddClient(IServiceScopeFactory scopes, RecordAccess record) => (_scopes, _record) = (scopes, record);

    public async Task<ClientOutcome> Execute(NewClient added, Actor actor, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(added);
        if (ObjectionTo(added) is { } objection)
            return new ClientOutcome.Refused(objection);
        if (!ClientSecrets.TryReadKeys(added.Keys, out var keys))
            return new ClientOutcome.Refused(ClientSecrets.WrongKeys);
        await using var scope = _scopes.CreateAsyncScope();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        if (await clients.FindByClientIdAsync(added.Id, cancel) is not null)
            return new ClientOutcome.Refused($"Er is al een programma met de naam '{added.Id}'.");
        var secret = keys is null ? ClientSecrets.Make() : null;
        await _record.Execute(
            "", new AuditEvent("client.added", $"{added.Id} · leverancier {added.Supplier}"), actor, cancel);
        await clients.CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = added.Id, ClientSecret = secret, JsonWebKeySet = keys, DisplayName = added.Name,
                ClientType = ClientTypes.Confidential, ApplicationType = ApplicationTypes.Web,
                Properties = { [ClientSupplier.Property] = JsonSerializer.SerializeToElement(added.Supplier) },
                Permissions =
                {
                    Permissions.Endpoints.Token, Permissions.Endpoints.Revocation, Permissions.Endpoints.Introspection,
                    Permissions.GrantTypes.ClientCredentials, Permissions.Prefixes.Scope + ClientSupplier.Scope,
                },
            },
            cancel);
        return new ClientOutcome.Made(secret);
    }

    private static string? ObjectionTo(NewClient added)
    {
        if (added.Id.Length is < 3 or > 60 || !added.Id.All(IsPlain) || !char.IsAsciiLetterLower(added.Id[0]))
            return $"'{added.Id}' kan niet: 3 tot 60 kleine letters, cijfers of streepjes, te beginnen met een letter.";
        return added.Supplier.Length == 0 ? "Geef de code van de leverancier op." : null;
    }

    private static bool IsPlain(char one) => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '-';
}

/// <summary>For which supplier a program may deliver, as the provider stores it.</summary>
internal static class ClientSupplier
{
    /// <summary>Name of the property, and of the claim in its tokens.</summary>
    public const string Property = "leverancier";

    /// <summary>What such a program may ask for.</summary>
    public const string Scope = "leveringen";

    /// <returns>Null: it is one of the platform's own hosts.</returns>
    public static async Task<string?> Of(
        IOpenIddictApplicationManager clients, object client, CancellationToken cancel) =>
        (await clients.GetPropertiesAsync(client, cancel)).TryGetValue(Property, out var supplier)
            ? supplier.GetString() : null;
}

/// <summary>What a program proves itself with.</summary>
internal static class ClientSecrets
{
    public const string WrongKeys =
        "Het bestand met sleutels is geen JWK Set (RFC 7517) met alleen openbare RSA- of EC-sleutels.";

    public static string Make() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));

    /// <summary>Reads public keys; a private one has no business here and is refused.</summary>
    public static bool TryReadKeys(string? text, out JsonWebKeySet? keys)
    {
        keys = null;
        if (text is null)
            return true;
        try
        {
            keys = new JsonWebKeySet(text);
        }
        catch (ArgumentException)
        {
            return false;
        }
        return keys.Keys.Count > 0 && keys.Keys.All(key =>
            !key.HasPrivateKey && key.Kty is JsonWebAlgorithmsKeyTypes.RSA or JsonWebAlgorithmsKeyTypes.EllipticCurve);
    }
}
