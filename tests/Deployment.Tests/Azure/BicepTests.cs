using System.Reflection;
using System.Text.Json.Nodes;

namespace Twente.Igw.Deployment.Tests.Azure;

/// <summary>What would be deployed to Azure, by the compiler's own word.</summary>
public sealed class BicepTests
{
    private static readonly string Folder = Tool.PathOf("infra", "azure");

    private static readonly string Bicep = typeof(BicepTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Bicep").Value!;

    public static TheoryData<string> Environments => [.. Parameters()];

    [Theory]
    [InlineData("./**/*.bicep")]
    [InlineData("./*.bicepparam")]
    public async Task Nothing_is_to_be_said_of_any_file(string pattern)
    {
        var (code, output, errors) = await Tool.Try(
            "bash", ["-c", $"cd '{Folder}' && '{Bicep}' lint --pattern '{pattern}'"]);

        Assert.Equal((0, "", ""), (code, output, errors));
    }

    [Theory, MemberData(nameof(Environments))]
    public async Task What_would_be_deployed_is_what_was_read_and_committed(string environment)
    {
        var (code, output, errors) = await Tool.Try(
            Bicep,
            [
                "snapshot", Path.Combine(Folder, $"{environment}.bicepparam"), "--mode", "validate",
                "--subscription-id", "00000000-0000-0000-0000-000000000001",
                "--resource-group", $"igw-{environment}", "--location", "westeurope",
            ]);

        Assert.True(code == 0, output + errors);
    }

    [Theory, MemberData(nameof(Environments))]
    public void No_account_of_storage_knows_a_key_and_none_is_open(string environment)
    {
        var accounts = Of(environment, "Microsoft.Storage/storageAccounts").ToList();

        Assert.Equal(2, accounts.Count);
        Assert.All(accounts, a =>
        {
            Assert.False(a["allowSharedKeyAccess"]!.GetValue<bool>());
            Assert.False(a["allowBlobPublicAccess"]!.GetValue<bool>());
            Assert.Equal("TLS1_2", a["minimumTlsVersion"]!.GetValue<string>());
        });
        Assert.Contains(accounts, a => a["immutableStorageWithVersioning"]?["enabled"]?.GetValue<bool>() == true
            && a["publicNetworkAccess"]!.GetValue<string>() == "Disabled");
    }

    [Theory, MemberData(nameof(Environments))]
    public void Database_and_vault_are_reached_from_within_only(string environment)
    {
        var (server, vault) = (
            Of(environment, "Microsoft.Sql/servers").Single(), Of(environment, "Microsoft.KeyVault/vaults").Single());
        Assert.Equal("Disabled", server["publicNetworkAccess"]!.GetValue<string>());
        Assert.Equal("Disabled", vault["publicNetworkAccess"]!.GetValue<string>());
        Assert.True(vault["enablePurgeProtection"]!.GetValue<bool>());
        Assert.Equal(
            ["blob", "blob", "queue", "sqlServer", "vault"],
            Of(environment, "Microsoft.Network/privateEndpoints")
                .Select(e => e["privateLinkServiceConnections"]![0]!["name"]!.GetValue<string>()).Order());
    }

    [Theory, MemberData(nameof(Environments))]
    public void What_happens_to_secrets_files_figures_and_the_cluster_is_logged(string environment) =>
        Assert.Equal(5, Of(environment, "Microsoft.Insights/diagnosticSettings").Count());

    [Theory, MemberData(nameof(Environments))]
    public void New_files_are_scanned_and_told_of_and_a_month_has_a_budget(string environment)
    {
        var scanning = Of(environment, "Microsoft.Security/defenderForStorageSettings").Single();
        Assert.True(scanning["malwareScanning"]!["onUpload"]!["isEnabled"]!.GetValue<bool>());
        Assert.Single(Of(environment, "Microsoft.EventGrid/systemTopics/eventSubscriptions"));
        Assert.Single(Of(environment, "Microsoft.Consumption/budgets"));
        Assert.True(Of(environment, "Microsoft.ContainerService/managedClusters").Single()
            ["disableLocalAccounts"]!.GetValue<bool>());
    }

    private static IEnumerable<string> Parameters() =>
        Directory.GetFiles(Folder, "*.bicepparam").Select(f => Path.GetFileNameWithoutExtension(f)!).Order();

    private static IEnumerable<JsonNode> Of(string environment, string type) =>
        from resource in JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, $"{environment}.snapshot.json")))!
            ["predictedResources"]!.AsArray()
        where resource!["type"]!.GetValue<string>() == type
        select resource["properties"]!;
}
