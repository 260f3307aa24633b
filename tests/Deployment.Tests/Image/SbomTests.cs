using System.Text.Json.Nodes;

namespace Twente.Igw.Deployment.Tests.Image;

public sealed class SbomTests
{
    [Fact]
    public async Task It_lists_every_package_that_the_program_is_made_of_with_version_and_hash()
    {
        var file = Path.Combine(Path.GetTempPath(), $"igw-{Guid.NewGuid():N}.cdx.json");
        await Tool.Run("bash", [Tool.PathOf("infra", "sbom"), file]);

        var components = JsonNode.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))!
            ["components"]!.AsArray();
        File.Delete(file);

        var listed = components.ToDictionary(
            c => $"{c!["name"]}@{c["version"]}".ToUpperInvariant(), c => c!["hashes"], StringComparer.Ordinal);
        Assert.Empty(Locked().Except(listed.Keys, StringComparer.Ordinal));
        Assert.All(Locked(), package => Assert.NotNull(listed[package]));
    }

    /// <summary>What the lock file says the program is made of, without what only builds it.</summary>
    private static IEnumerable<string> Locked() =>
        from package in JsonNode.Parse(File.ReadAllText(Tool.PathOf("src", "Web", "packages.lock.json")))!
            ["dependencies"]!["net10.0"]!.AsObject()
        where package.Value!["type"]!.GetValue<string>() != "Project" && !IsForBuilding(package.Key)
        select $"{package.Key}@{package.Value["resolved"]}".ToUpperInvariant();

    private static bool IsForBuilding(string package) => package.EndsWith("Analyzer", StringComparison.Ordinal)
        || package.EndsWith("Analyzers", StringComparison.Ordinal);
}
