using System.Diagnostics;
using System.Net.Sockets;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using Twente.Igw.Identity;
using Twente.Igw.Testing;
using Xunit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Twente.Igw.Web.Tests.Pages;

/// <summary>What a certified OpenID library, in another language, makes of the provider.</summary>
public sealed class OtherProgramTests(OtherProgram program) : IClassFixture<OtherProgram>
{
    [Theory]
    [InlineData("discovery")]
    [InlineData("code and PKCE over a pushed request")]
    [InlineData("the id token names the person and this client alone")]
    [InlineData("the id token says when the person signed in, not when it was made")]
    [InlineData("a request that was not pushed is refused")]
    [InlineData("introspection tells a valid token from an invented one")]
    [InlineData("introspection tells another client nothing")]
    [InlineData("a refresh token works once, and its second use ends them all")]
    [InlineData("client credentials with a secret")]
    [InlineData("client credentials with private_key_jwt")]
    [InlineData("a wrong secret, a wrong key and a scope of others are refused")]
    [InlineData("a revoked token is worth nothing")]
    public void A_certified_library_agrees_on(string what)
    {
        Assert.SkipUnless(OtherProgram.IsInstalled, "Needs Node and its packages; run tests/install.");
        Assert.True(program.Said.TryGetValue(what, out var outcome), program.Log);
        Assert.True(outcome == "held", outcome);
    }
}

/// <summary>A running provider, and the program that used it once for all these tests.</summary>
public sealed class OtherProgram : IAsyncLifetime
{
    private const string SiteSecret = "een geheim dat alleen deze test kent";
    private static readonly string Folder = FindFolder();

    internal static bool IsInstalled => Directory.Exists(Path.Combine(Folder, "node_modules", "openid-client"));

    internal Dictionary<string, string> Said { get; } = new(StringComparer.Ordinal);

    internal string Log { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        await using var platform = await TestPlatform.WithEnschede(Engine.Sqlite, Cancel);
        using var igw = IgwProcess.Beside(platform);
        Assert.Equal(0, (await igw.Run(Cancel, "migrate")).ExitCode);
        var port = FreePort();
        await AddSite(platform, port);
        var secret = await igw.Run(Cancel, "client", "add", "politie-export", "--supplier", "politie");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var keys = igw.PathOf("sleutels.json");
        await File.WriteAllTextAsync(keys, $"{{\"keys\":[{Jwk(key, isPrivate: false)}]}}", Cancel);
        var signing = await igw.Run(
            Cancel, "client", "add", "politie-sleutel", "--supplier", "politie", "--jwks", keys);
        Assert.Equal((0, 0), (secret.ExitCode, signing.ExitCode));
        var serve = igw.Go("serve", "--no-work", "--urls", $"http://127.0.0.1:{port}");
        await serve.Ready(Cancel);
        Assert.False(serve.HasExited, serve.Errors);
        using var person = await SiteUser.Invited(igw, port, "analist", ["GM0153"], Cancel);
        await Run(person, JsonSerializer.Serialize(new
        {
            issuer = $"http://id.localhost:{port}/",
            site = new
            {
                id = "gm0153", secret = SiteSecret, returnTo = ReturnTo(port), person = "Proef analist",
            },
            secret = new { id = "politie-export", secret = secret.Output.Trim() },
            signing = new { id = "politie-sleutel", key = JsonDocument.Parse(Jwk(key, isPrivate: true)).RootElement },
        }));
        Log += serve.Errors;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static string ReturnTo(int port) => $"http://enschede.localhost:{port}/terug-naar-programma";

    /// <summary>The gemeente's own host, as a client whose secret we know and that may refresh.</summary>
    private static async Task AddSite(TestPlatform platform, int port)
    {
        await using var scope = platform.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>().CreateAsync(
            new OpenIddictApplicationDescriptor
            {
                ClientId = "gm0153", ClientSecret = SiteSecret, ClientType = ClientTypes.Confidential,
                ConsentType = ConsentTypes.Implicit,
                RedirectUris =
                {
                    new Uri(ReturnTo(port)), new Uri($"http://enschede.localhost:{port}{RegisterClients.ReturnPath}"),
                },
                Permissions =
                {
                    Permissions.Endpoints.Authorization, Permissions.Endpoints.PushedAuthorization,
                    Permissions.Endpoints.Token, Permissions.Endpoints.Introspection, Permissions.Endpoints.Revocation,
                    Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken,
                    Permissions.ResponseTypes.Code, Permissions.Scopes.Profile,
                    Permissions.Prefixes.Scope + Scopes.OfflineAccess,
                },
                Requirements =
                {
                    Requirements.Features.ProofKeyForCodeExchange, Requirements.Features.PushedAuthorizationRequests,
                },
            },
            Cancel);
    }

    private async Task Run(SiteUser person, string given)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder, "program.mjs")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = node.StandardError.ReadToEndAsync(Cancel);
        await node.StandardInput.WriteLineAsync(given.AsMemory(), Cancel);
        while (await node.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            Log += line + "\n";
            if (line.StartsWith("go to ", StringComparison.Ordinal))
            {
                using var page = await person.Follow(new Uri(line[6..]), Cancel);
                var back = page.RequestMessage!.RequestUri!.ToString();
                await node.StandardInput.WriteLineAsync(back.AsMemory(), Cancel);
            }
            else if (line.Split(": ", 2) is [var what, var outcome])
            {
                Said[what] = outcome;
            }
        }
        Log += await errors;
        await node.WaitForExitAsync(Cancel);
    }

    private static string Jwk(ECDsa key, bool isPrivate)
    {
        var numbers = key.ExportParameters(isPrivate);
        var secret = isPrivate ? $",\"d\":\"{Base64UrlEncoder.Encode(numbers.D)}\"" : "";
        return $"{{\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\",\"use\":\"sig\",\"kid\":\"een\","
            + $"\"x\":\"{Base64UrlEncoder.Encode(numbers.Q.X)}\","
            + $"\"y\":\"{Base64UrlEncoder.Encode(numbers.Q.Y)}\"{secret}}}";
    }

    /// <summary>Packages lie beside the program where it is written, not where tests are built.</summary>
    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "global.json")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "Web.Tests", "Pages", "SignIn", "Program");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
