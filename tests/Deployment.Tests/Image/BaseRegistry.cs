using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Twente.Igw.Deployment.Tests.Image;

/// <summary>
/// Serves one image of one layer by the distribution protocol, in place of the real base: what is put upon it is looked
/// at here, not what it is.
/// </summary>
internal sealed class BaseRegistry : IAsyncDisposable
{
    private const string ManifestType = "application/vnd.oci.image.manifest.v1+json";

    private readonly WebApplication _app;
    private readonly Dictionary<string, byte[]> _blobs = new(StringComparer.Ordinal);
    private readonly byte[] _manifest;

    private BaseRegistry(WebApplication app)
    {
        _app = app;
        var files = Layer();
        var packed = Packed(files);
        var config = JsonSerializer.SerializeToUtf8Bytes(new
        {
            architecture = "amd64", os = "linux",
            config = new { Env = (string[])["PATH=/usr/bin"], User = "0" },
            rootfs = new { type = "layers", diff_ids = (string[])[DigestOf(files)] },
            history = (object[])[new { created_by = "base" }],
        });
        _manifest = JsonSerializer.SerializeToUtf8Bytes(new
        {
            schemaVersion = 2, mediaType = ManifestType,
            config = Described(config, "application/vnd.oci.image.config.v1+json"),
            layers = (object[])[Described(packed, "application/vnd.oci.image.layer.v1.tar+gzip")],
        });
    }

    /// <summary>Where it listens, as a host and a port.</summary>
    public string Host => new Uri(_app.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    public static async Task<BaseRegistry> Start(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var serves = new BaseRegistry(app);
        app.MapGet("/v2/", () => Results.Json(new { }));
        app.MapGet("/v2/base/manifests/{name}", http => serves.Answer(http, serves._manifest, ManifestType));
        app.MapGet("/v2/base/blobs/{digest}", http => serves.Answer(
            http, serves._blobs[(string)http.Request.RouteValues["digest"]!], "application/octet-stream"));
        await app.StartAsync(cancel);
        return serves;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Answer(HttpContext http, byte[] bytes, string type)
    {
        http.Response.ContentType = type;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers["Docker-Content-Digest"] = DigestOf(bytes);
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    private object Described(byte[] bytes, string type)
    {
        _blobs[DigestOf(bytes)] = bytes;
        return new { mediaType = type, digest = DigestOf(bytes), size = bytes.Length };
    }

    private static byte[] Layer()
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
            tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "etc/os-release")
            {
                DataStream = new MemoryStream(Encoding.UTF8.GetBytes("ID=base\n")),
                ModificationTime = DateTimeOffset.UnixEpoch,
            });
        return bytes.ToArray();
    }

    private static byte[] Packed(byte[] files)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(files);
        return bytes.ToArray();
    }

    private static string DigestOf(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
