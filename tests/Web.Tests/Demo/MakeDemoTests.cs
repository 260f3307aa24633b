using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class MakeDemoTests : IDisposable
{
    private const string Losser = "GM0168";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    [Fact]
    public async Task Every_file_is_accepted_and_none_breaks_the_contract()
    {
        Assert.Equal(0, (await Make(Losser)).ExitCode);

        var deliveries = await Deliveries(Losser);
        Assert.Equal(24, deliveries.Count);
        Assert.All(deliveries, d => Assert.Equal("accepted", d.GetProperty("state").GetString()));
        // An accepted file may have warnings: a quiet week is one.
        foreach (var delivery in deliveries.Where(d => d.GetProperty("findings").GetInt32() > 0))
            Assert.Empty(await ContractFindings(delivery.GetProperty("number").GetInt64()));
    }

    [Fact]
    public async Task Making_it_again_changes_nothing()
    {
        await Make(Losser);
        var before = await State();

        Assert.Equal(0, (await Make(Losser)).ExitCode);

        Assert.Equal(before, await State());
    }

    [Fact]
    public async Task A_demo_that_was_interrupted_is_completed()
    {
        var making = _igw.Go("demo", "--data", Folder, "--no-serve", "--gemeenten", Losser);
        while (!making.HasExited && !File.Exists(Path.Combine(Folder, "tenants", "gm0168", "tenant.db")))
            await Task.Delay(20, Cancel);
        await Task.Delay(400, Cancel);
        await making.Kill(Cancel);

        Assert.Equal(0, (await Make(Losser)).ExitCode);

        var files = (await Deliveries(Losser)).ConvertAll(d => d.GetProperty("file").GetString());
        Assert.Equal(24, files.Distinct().Count());
        Assert.Equal(0, (await _igw.Run(Cancel, "audit", "verify", Losser, "--data", Folder)).ExitCode);
    }

    [Fact]
    public async Task Another_gemeente_can_be_added_later()
    {
        await Make(Losser);
        var before = await Deliveries(Losser);

        Assert.Equal(0, (await Make("GM0147")).ExitCode);

        Assert.Equal(before.Select(d => d.ToString()), (await Deliveries(Losser)).Select(d => d.ToString()));
        Assert.Equal(24, (await Deliveries("GM0147")).Count);
    }

    [Fact]
    public async Task A_demo_never_gets_into_a_folder_with_something_real()
    {
        await _igw.Run(Cancel, "tenant", "add", "GM0153", "enschede", "Enschede", "--data", Folder);

        var refused = await Make(Losser);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("is geen demo en is niet leeg", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Folder, "demo.json")));
    }

    [Fact]
    public async Task A_demo_with_a_gemeente_that_is_not_its_own_is_refused()
    {
        await Make(Losser);
        await _igw.Run(Cancel, "tenant", "add", "GM0363", "amsterdam", "Amsterdam", "--data", Folder);

        var refused = await Make(Losser);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("GM0363 Amsterdam", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gemeente_outside_Twente_is_refused_before_anything_is_made()
    {
        var refused = await Make("GM0363");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("'GM0363' is geen gemeente in Twente", refused.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder));
    }

    public void Dispose() => _igw.Dispose();

    private string Folder => _igw.PathOf("demo");

    private Task<IgwProcess.Result> Make(string gemeenten) =>
        _igw.Run(Cancel, "demo", "--data", Folder, "--no-serve", "--gemeenten", gemeenten);

    private async Task<List<JsonElement>> Deliveries(string gemeente) =>
        [.. (await Json("deliveries", "list", gemeente)).EnumerateArray()];

    private async Task<IEnumerable<string?>> ContractFindings(long number) =>
        (await Json("deliveries", "show", Losser, number.ToString(CultureInfo.InvariantCulture)))
            .GetProperty("bevindingen").EnumerateArray().Select(f => f.GetProperty("code").GetString())
            .Where(code => !code!.StartsWith("warning.", StringComparison.Ordinal));

    /// <summary>Everything in the folder that is kept: names of files, deliveries, and the log.</summary>
    private async Task<string> State()
    {
        var files = Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Where(f => !f.EndsWith("-wal", StringComparison.Ordinal) && !f.EndsWith("-shm", StringComparison.Ordinal));
        var deliveries = (await Deliveries(Losser)).ConvertAll(d => d.ToString());
        var log = await _igw.Run(Cancel, "audit", "verify", Losser, "--data", Folder);
        return string.Join('\n', [.. files, .. deliveries, log.Output]);
    }

    private async Task<JsonElement> Json(params string[] arguments)
    {
        var result = await _igw.Run(Cancel, [.. arguments, "--json", "--data", Folder]);
        Assert.True(result.ExitCode == 0, result.Errors);
        return JsonDocument.Parse(result.Output).RootElement.Clone();
    }
}
