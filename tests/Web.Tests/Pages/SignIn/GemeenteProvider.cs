using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>Somebody as a gemeente's provider knows her.</summary>
internal sealed record Employee(string Oid, string Name, string Mail)
{
    public string Tid { get; init; } = GemeenteProvider.Organisation;

    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>
/// An OpenID provider such as a gemeente has, on a port of its own: its tokens carry <c>tid</c>, <c>oid</c> and
/// <c>groups</c> as those of Entra ID do. Whoever comes is the employee that the test put at the desk.
/// </summary>
internal sealed class GemeenteProvider : IAsyncDisposable
{
    public const string Organisation = "5b0c9c3e-0000-4000-8000-000000000153";
    public const string ClientId = "platform";
    public const string Secret = "geheim van de gemeente";

    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5);

    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "een" };
    private readonly ConcurrentDictionary<string, Asked> _codes = new(StringComparer.Ordinal);
    private WebApplication? _app;

    private GemeenteProvider(int port) => Port = port;

    public int Port { get; }

    public string Authority => $"http://127.0.0.1:{Port}";

    /// <summary>Who signs in next.</summary>
    public Employee AtTheDesk { get; set; } = new("niemand", "Niemand", "niemand@gemeente.example");

    public static async Task<GemeenteProvider> Start(int port)
    {
        var provider = new GemeenteProvider(port);
        await provider.Begin();
        return provider;
    }

    public async Task Begin()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add(Authority);
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority, ["authorization_endpoint"] = $"{Authority}/authorize",
            ["token_endpoint"] = $"{Authority}/token", ["jwks_uri"] = $"{Authority}/keys",
            ["response_types_supported"] = (string[])["code"], ["subject_types_supported"] = (string[])["pairwise"],
            ["id_token_signing_alg_values_supported"] = (string[])["RS256"],
        }));
        _app.MapGet("/keys", () => Results.Text($"{{\"keys\":[{Jwk()}]}}", "application/json"));
        _app.MapGet("/authorize", Authorize);
        _app.MapPost("/token", Token).DisableAntiforgery();
        await _app.StartAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Nobody answers here any more, until <see cref="Begin"/>.</summary>
    public async Task Stop()
    {
        if (_app is { } app)
            await app.DisposeAsync();
        _app = null;
    }

    public async ValueTask DisposeAsync() => await Stop();

    private IResult Authorize(HttpRequest request)
    {
        var asked = request.Query;
        var code = Guid.NewGuid().ToString("N");
        _codes[code] = new Asked(AtTheDesk, asked["nonce"].ToString(), asked["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(
            asked["redirect_uri"].ToString(),
            new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] }));
    }

    private IResult Token(HttpRequest request)
    {
        var form = request.Form;
        if (form["client_id"] != ClientId || form["client_secret"] != Secret
            || !_codes.TryRemove(form["code"].ToString(), out var asked)
            || asked.Challenge != WebEncoders.Base64UrlEncode(
                SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        return Results.Json(new Dictionary<string, object>
        {
            ["access_token"] = "onbelangrijk", ["token_type"] = "Bearer", ["expires_in"] = 300,
            ["id_token"] = IdToken(asked),
        });
    }

    private string IdToken(Asked asked)
    {
        var (who, now) = (asked.Who, TimeProvider.System.GetUtcNow().UtcDateTime);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority, Audience = ClientId, IssuedAt = now, NotBefore = now, Expires = now + Short,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = "paarsgewijs-" + who.Oid, ["oid"] = who.Oid, ["tid"] = who.Tid, ["name"] = who.Name,
                ["email"] = who.Mail, ["preferred_username"] = who.Mail, ["nonce"] = asked.Nonce,
                ["groups"] = who.Groups.ToArray(),
            },
        });
    }

    private string Jwk()
    {
        var numbers = _key.Rsa.ExportParameters(false);
        return $"{{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"{_key.KeyId}\","
            + $"\"n\":\"{Base64UrlEncoder.Encode(numbers.Modulus)}\","
            + $"\"e\":\"{Base64UrlEncoder.Encode(numbers.Exponent)}\"}}";
    }

    private sealed record Asked(Employee Who, string Nonce, string Challenge);
}
