using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>What may be done with an upload grant, tried with Azure's own client in another language.</summary>
public sealed class GrantUploadTests(UploadingProgram program) : IClassFixture<UploadingProgram>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("one file is uploaded")]
    [InlineData("overwriting is refused")]
    [InlineData("reading is refused")]
    [InlineData("asking its properties is refused")]
    [InlineData("deleting is refused")]
    [InlineData("labelling is refused")]
    [InlineData("listing is refused")]
    [InlineData("another name is refused")]
    [InlineData("another container is refused")]
    [InlineData("copying from elsewhere is refused")]
    public void With_a_grant(string what)
    {
        Azurite.RequireInstalled();
        Assert.True(program.Said.TryGetValue(what, out var outcome), program.Log);
        Assert.True(outcome == "held", outcome);
    }

    [Fact]
    public void The_file_that_was_stated_becomes_a_delivery_under_its_own_name()
    {
        Azurite.RequireInstalled();
        var delivery = Assert.Single(program.Deliveries);
        Assert.Equal(
            (DeliveryState.Accepted, UploadingProgram.File.Name, "politie"),
            (delivery.State, delivery.File, delivery.Supplier));
    }

    [Fact]
    public async Task Another_file_than_was_stated_is_refused_with_a_finding()
    {
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel);
        platform.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var (stated, other) = (WeekFile.Of("2025-W45", 3), WeekFile.Of("2025-W45", 4));
        var granted = await Ask(platform, stated);
        await platform.Drop("GM0153", $"politie/{granted.Grant:N}", Encoding.UTF8.GetBytes(other.Text), Cancel);
        await platform.LookAndSettle(Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var delivery = (await scope.Get<ShowDelivery>().Execute(1, Cancel))!;
        Assert.Equal((DeliveryState.Refused, stated.Name), (delivery.Line.State, delivery.Line.File));
        Assert.Equal(FindingCode.GrantSha256, Assert.Single(delivery.Findings).Code);
    }

    [Fact]
    public async Task A_grant_of_one_supplier_says_nothing_of_a_file_in_anothers_folder()
    {
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel);
        platform.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var file = WeekFile.Of("2025-W45", 3);
        var granted = await Ask(platform, file);
        await platform.Drop("GM0153", $"corporatie/{granted.Grant:N}", Encoding.UTF8.GetBytes(file.Text), Cancel);
        await platform.LookAndSettle(Cancel);
        Assert.Equal(DeliveryState.Refused, Assert.Single(await platform.Deliveries(Cancel)).State);
    }

    [Theory]
    [InlineData("corporatie", "politie-week", "politie-week_GM0153_2025-W45_2025-W45.csv", 10, null)]
    [InlineData("politie", "politie-week", "politie-week_GM0164_2025-W45_2025-W45.csv", 10, "grant.municipality")]
    [InlineData("politie", "politie-week", "iets-anders.csv", 10, "grant.contract")]
    [InlineData("politie", "politie-week", "../politie-week_GM0153_2025-W45_2025-W45.csv", 10, "grant.file")]
    [InlineData("politie", "politie-week", "politie-week_GM0153_2025-W45_2025-W45.csv", 0, "grant.bytes")]
    [InlineData("politie", "politie-week", "politie-week_GM0153_2025-W45_2025-W45.csv", 99_000_000_000, "grant.bytes")]
    public async Task No_grant_is_given_for(string supplier, string contract, string file, long bytes, string? code)
    {
        await using var platform = await TestPlatform.WithEnschede(Engine.Sqlite, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.True(SupplierCode.TryParse(supplier, out var who));
        var outcome = await scope.Get<GrantUpload>().Execute(
            who, new GrantRequest(contract, file, bytes, new string('a', 64), null), Actor.CommandLine, Cancel);
        if (code is null)
            Assert.IsType<GrantUpload.Outcome.NoAgreement>(outcome);
        else
            Assert.Equal(code, Assert.IsType<GrantUpload.Outcome.Refused>(outcome).Code);
    }

    internal static async Task<GrantUpload.Outcome.Granted> Ask(TestPlatform platform, WeekFile file)
    {
        var content = Encoding.UTF8.GetBytes(file.Text);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        return Assert.IsType<GrantUpload.Outcome.Granted>(await scope.Get<GrantUpload>().Execute(
            SupplierCode.Police,
            new GrantRequest(
                "politie-week", file.Name, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), null),
            new Actor("politie-export", "aanleveren-api"), Cancel));
    }
}

/// <summary>The program that used a grant once for all these tests.</summary>
public sealed class UploadingProgram : IAsyncLifetime
{
    internal static WeekFile File { get; } = WeekFile.Of("2025-W45", 3);

    internal Dictionary<string, string> Said { get; } = new(StringComparer.Ordinal);

    internal string Log { get; private set; } = "";

    internal IReadOnlyList<DeliveryLine> Deliveries { get; private set; } = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (!Azurite.IsInstalled)
            return;
        var azurite = await Azurite.Shared;
        await using var platform = await BlobPlatform.WithEnschede(Engine.Sqlite, Cancel, azurite: azurite);
        await platform.Add(TestPlatform.Hengelo, "hengelo", Cancel);
        platform.Clock.SetUtcNow(DateTimeOffset.UtcNow);
        var granted = await GrantUploadTests.Ask(platform, File);
        await Run(azurite, JsonSerializer.Serialize(new
        {
            address = granted.Address.AbsoluteUri, other = "drop-gm0164",
            content = Convert.ToBase64String(Encoding.UTF8.GetBytes(File.Text)),
        }));
        await platform.LookAndSettle(Cancel);
        Deliveries = await platform.Deliveries(Cancel);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task Run(Azurite azurite, string given)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(Azurite.Program, "upload.mjs")])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true,
            RedirectStandardError = true, Environment = { ["NODE_EXTRA_CA_CERTS"] = azurite.Certificate },
        })!;
        var errors = node.StandardError.ReadToEndAsync(Cancel);
        await node.StandardInput.WriteLineAsync(given.AsMemory(), Cancel);
        node.StandardInput.Close();
        while (await node.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            Log += line + "\n";
            if (line.Split(": ", 2) is [var what, var outcome])
                Said[what] = outcome;
        }
        Log += await errors;
        await node.WaitForExitAsync(Cancel);
    }
}
