using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Twente.Igw.Deployment.Tests.Image;

/// <summary>The image as <c>infra/image</c> makes it, twice, unpacked beside the tests.</summary>
public sealed class BuiltImage : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("igw-image-").FullName;

    /// <summary>What each of both times was printed.</summary>
    public IReadOnlyList<string> Digests { get; private set; } = [];

    /// <summary>The image's configuration, as a container runtime reads it.</summary>
    internal JsonNode Config { get; private set; } = new JsonObject();

    /// <summary>Each entry of the layer that is put upon the base.</summary>
    internal IReadOnlyList<TarEntry> Files { get; private set; } = [];

    /// <summary>The layer's files on disk, owned by whoever runs the tests.</summary>
    public string App => Path.Combine(_folder, "root", "app");

    /// <summary>A folder for what tests need beside it.</summary>
    public string Beside(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    public async ValueTask InitializeAsync()
    {
        await using var registry = await BaseRegistry.Start(TestContext.Current.CancellationToken);
        Digests = [await Make(registry, "first.tar"), await Make(registry, "second.tar")];
        var layout = Beside("layout");
        await TarFile.ExtractToDirectoryAsync(
            Path.Combine(_folder, "first.tar"), layout, overwriteFiles: false, TestContext.Current.CancellationToken);
        var index = Read(Path.Combine(layout, "index.json"));
        var manifest = Read(Blob(layout, index["manifests"]![0]!));
        Config = Read(Blob(layout, manifest["config"]!));
        var layer = Blob(layout, manifest["layers"]!.AsArray()[^1]!);
        Files = [.. Entries(layer)];
        await using var packed = new GZipStream(File.OpenRead(layer), CompressionMode.Decompress);
        await TarFile.ExtractToDirectoryAsync(packed, Beside("root"), false, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> Make(BaseRegistry registry, string name) => (await Tool.Run(
        "bash", [Tool.PathOf("infra", "image"), Path.Combine(_folder, name), $"{registry.Host}/base:1"],
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The build of the tests is the build of the image.
            ["IGW_IMAGE_OPTIONS"] = "--no-build", ["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Host,
        })).Trim();

    private static IEnumerable<TarEntry> Entries(string layer)
    {
        using var packed = new GZipStream(File.OpenRead(layer), CompressionMode.Decompress);
        using var tar = new TarReader(packed);
        while (tar.GetNextEntry(copyData: true) is { } entry)
            yield return entry;
    }

    private static JsonNode Read(string path) => JsonNode.Parse(File.ReadAllText(path))!;

    private static string Blob(string layout, JsonNode descriptor) =>
        Path.Combine([layout, "blobs", .. descriptor["digest"]!.GetValue<string>().Split(':')]);
}
