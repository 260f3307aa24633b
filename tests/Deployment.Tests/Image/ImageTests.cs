using System.Formats.Tar;
using System.Text.Json.Nodes;

namespace Twente.Igw.Deployment.Tests.Image;

public sealed class ImageTests(BuiltImage image) : IClassFixture<BuiltImage>
{
    private const UnixFileMode ByOthers =
        UnixFileMode.GroupWrite | UnixFileMode.OtherWrite | UnixFileMode.SetUser | UnixFileMode.SetGroup;

    private static readonly string[] OfSecrets =
        [".pfx", ".p12", ".pem", ".key", ".secret", ".db", ".sqlite", ".env", ".user", ".token"];

    private JsonNode Config => image.Config["config"]!;

    [Fact]
    public void The_same_sources_make_the_same_image()
    {
        Assert.StartsWith("sha256:", image.Digests[0], StringComparison.Ordinal);
        Assert.Equal(image.Digests[0], image.Digests[1]);
    }

    [Fact]
    public void It_runs_as_somebody_without_rights_who_owns_nothing_of_it()
    {
        Assert.Equal("1654", Config["User"]!.GetValue<string>());
        Assert.All(image.Files, file => Assert.Equal((file.Name, 0, 0), (file.Name, file.Uid, file.Gid)));
        Assert.All(image.Files, file => Assert.True(
            (file.Mode & ByOthers) == UnixFileMode.None, $"{file.Name}: {file.Mode}"));
    }

    [Fact]
    public void One_image_answers_works_and_migrates_as_its_arguments_say()
    {
        Assert.Equal(["dotnet", "/app/igw.dll"], Texts(Config["Entrypoint"]!));
        Assert.Equal("serve", Texts(Config["Cmd"]!)[0]);
    }

    [Fact]
    public void It_listens_where_no_rights_are_needed() =>
        Assert.Equal(["8080/tcp", "8081/tcp"], Config["ExposedPorts"]!.AsObject().Select(p => p.Key).Order());

    [Fact]
    public void It_says_what_it_is_and_not_when_it_was_made()
    {
        var labels = Config["Labels"]!.AsObject().ToDictionary(l => l.Key, l => l.Value!.GetValue<string>());
        Assert.Equal("Twente IGW", labels["org.opencontainers.image.title"]);
        Assert.NotEmpty(labels["org.opencontainers.image.description"]);
        Assert.NotEmpty(labels["org.opencontainers.image.version"]);
        Assert.NotEmpty(labels["org.opencontainers.image.base.digest"]);
        Assert.DoesNotContain("org.opencontainers.image.created", labels.Keys);
    }

    [Fact]
    public void It_holds_no_secret()
    {
        Assert.DoesNotContain(image.Files, f => OfSecrets.Contains(Path.GetExtension(f.Name), StringComparer.Ordinal));
        Assert.DoesNotContain(image.Files, f => f.Name.Contains("appsettings", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Texts(Config["Env"]!), e => e.Contains("Secret", StringComparison.OrdinalIgnoreCase)
            || e.Contains("Password", StringComparison.OrdinalIgnoreCase));
        byte[][] marks = ["-----BEGIN PRIVATE"u8.ToArray(), "-----BEGIN RSA PRIVATE"u8.ToArray()];
        Assert.All(image.Files.Where(f => f.Length > 0 && !f.Name.EndsWith(".so", StringComparison.Ordinal)
            && !f.Name.EndsWith(".dll", StringComparison.Ordinal)), file =>
        {
            var text = File.ReadAllBytes(Path.Combine(image.App, "..", file.Name));
            Assert.All(marks, mark => Assert.Equal(-1, text.AsSpan().IndexOf(mark)));
        });
    }

    [Fact]
    public void It_holds_nothing_of_another_platform_and_no_browser()
    {
        Assert.All(
            image.Files.Where(f => f.Name.Contains("/runtimes/", StringComparison.Ordinal)
                && f.EntryType != TarEntryType.Directory),
            f => Assert.Matches("/runtimes/(linux-x64|unix)/", f.Name));
        Assert.DoesNotContain(image.Files, f => f.Name.Contains("chrom", StringComparison.OrdinalIgnoreCase)
            || f.Name.Contains("playwright", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Web_worker_and_migrator_are_well_where_they_can_write_nothing_but_their_data()
    {
        await using var program = new ImageProgram(image);
        Assert.Equal(0, await program.Run("migrate"));
        Assert.Equal(0, await program.Run("tenant", "add", "GM0153", "enschede", "Enschede"));

        var (web, worker) = (
            program.Go(port => ["serve", "--no-work", "--urls", $"http://127.0.0.1:{port}"]),
            program.Go(port => ["work", "--health", $"http://127.0.0.1:{port}"]));

        foreach (var port in (int[])[web, worker])
            foreach (var probe in (string[])["ready", "answers", "live"])
                Assert.Equal("ok", await program.Ask(port, $"/health/{probe}"));
        Assert.Null(await program.Ask(worker, "/"));
    }

    private static string[] Texts(JsonNode list) => [.. list.AsArray().Select(t => t!.GetValue<string>())];
}
