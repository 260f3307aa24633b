using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Verbs;

public sealed class CommandLineTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    [Theory]
    [InlineData("tenant add")]
    [InlineData("tenant list")]
    [InlineData("tenant remove")]
    [InlineData("areas import")]
    [InlineData("areas crosswalk import")]
    [InlineData("areas crosswalk propose")]
    [InlineData("areas crosswalk list")]
    [InlineData("areas crosswalk show")]
    [InlineData("areas crosswalk approve")]
    [InlineData("areas crosswalk reject")]
    [InlineData("deliveries list")]
    [InlineData("deliveries submit")]
    [InlineData("deliveries show")]
    [InlineData("deliveries accept")]
    [InlineData("deliveries refuse")]
    [InlineData("deliveries withdraw")]
    [InlineData("deliveries recheck")]
    [InlineData("figures")]
    [InlineData("mappings list")]
    [InlineData("mappings show")]
    [InlineData("mappings try")]
    [InlineData("mappings add")]
    [InlineData("mappings activate")]
    [InlineData("mappings retire")]
    [InlineData("audit verify")]
    [InlineData("work")]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var help = await _igw.Run(Cancel, [.. verb.Split(' '), "--help"]);

        Assert.Equal(0, help.ExitCode);
        Assert.Contains("--data", help.Output, StringComparison.Ordinal);
        Assert.Equal("", help.Errors);
    }

    [Fact]
    public async Task Tenants_are_added_listed_and_removed_with_an_export()
    {
        await _igw.AddEnschede(Cancel);
        await Submit(WeekFile.Of("2025-W10", 5));
        await _igw.Run(
            Cancel, "user", "invite", "analist@voorbeeld.example", "--name", "Analist", "--role", "analist", "--at",
            "GM0153");
        Assert.Equal(1, (await Json("user", "list", "--json")).GetArrayLength());
        Assert.Equal("enschede", (await Json("tenant", "list", "--json"))[0].GetProperty("slug").GetString());

        Assert.Equal(2, (await _igw.Run(Cancel, "tenant", "remove", "GM0153", "--confirm", "GM0164")).ExitCode);
        var removed = await _igw.Run(Cancel, "tenant", "remove", "GM0153", "--confirm", "GM0153");

        Assert.Equal(0, removed.ExitCode);
        Assert.Equal(0, (await Json("tenant", "list", "--json")).GetArrayLength());
        Assert.Equal(0, (await Json("user", "list", "--json")).GetArrayLength());
        using var export = System.IO.Compression.ZipFile.OpenRead(Directory.GetFiles(_igw.PathOf("exports")).Single());
        Assert.Contains(export.Entries, e => e.FullName == "manifest.json");
        Assert.Contains(export.Entries, e => e.FullName.StartsWith("bestanden/archive/", StringComparison.Ordinal));
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(_igw.Data, "*", SearchOption.AllDirectories),
            entry => entry.Contains("gm0153", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GM153", "enschede", 1)]
    [InlineData("gm0153", "enschede", 1)]
    [InlineData("GM0153", "Enschede", 1)]
    [InlineData("GM0153", "beheer", 1)]
    [InlineData("GM0164", "enschede", 2)]
    public async Task A_wrong_or_taken_name_is_told_in_one_line(string code, string host, int exitCode)
    {
        await _igw.Run(Cancel, "tenant", "add", "GM0153", "enschede", "Enschede");

        var result = await _igw.Run(Cancel, "tenant", "add", code, host, "Een gemeente");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Single(result.Errors.Trim().Split('\n'));
        Assert.DoesNotContain("   at ", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adding_a_tenant_twice_is_done()
    {
        await _igw.Run(Cancel, "tenant", "add", "GM0153", "enschede", "Enschede");

        Assert.Equal(0, (await _igw.Run(Cancel, "tenant", "add", "GM0153", "enschede", "Enschede")).ExitCode);
    }

    [Fact]
    public async Task The_exit_code_of_several_files_is_the_worst_and_a_repeat_is_done()
    {
        await _igw.AddEnschede(Cancel);
        var good = WeekFile.Series("2025-W01", 40, 41, 42, 43, 44, 45, 46, 47, 48).WriteTo(_igw.PathOf("in"));
        var implausible = WeekFile.Of("2025-W10", 900).WriteTo(_igw.PathOf("in"));
        var wrong = (WeekFile.Of("2025-W11", 5) with { Rows = ["onzin"] }).WriteTo(_igw.PathOf("in"));

        Assert.Equal(0, (await _igw.Run(Cancel, "deliveries", "submit", "GM0153", good)).ExitCode);
        Assert.Equal(0, (await _igw.Run(Cancel, "deliveries", "submit", "GM0153", good)).ExitCode);
        Assert.Equal(3, (await _igw.Run(Cancel, "deliveries", "submit", "GM0153", implausible)).ExitCode);
        var both = await _igw.Run(Cancel, "deliveries", "submit", "GM0153", implausible, wrong);
        Assert.Equal(2, both.ExitCode);
        Assert.Contains("regel 2", both.Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await _igw.Run(Cancel, "deliveries", "submit", "GM0153", wrong, "bestaat-niet.csv")).ExitCode);
    }

    [Fact]
    public async Task Deliveries_and_figures_answer_scripts_in_json()
    {
        await _igw.AddEnschede(Cancel);
        await Submit(WeekFile.Series("2025-W10", 5, 6));

        var delivery = (await Json("deliveries", "list", "GM0153", "--json"))[0];
        Assert.Equal((1, "politie", "politie-week", 2, 11, "accepted", 0), (
            delivery.GetProperty("number").GetInt32(), delivery.GetProperty("supplier").GetString(),
            delivery.GetProperty("contract").GetString(), delivery.GetProperty("rows").GetInt32(),
            delivery.GetProperty("sum").GetInt32(), delivery.GetProperty("state").GetString(),
            delivery.GetProperty("findings").GetInt32()));
        Assert.Equal(
            ["2025-W10", "2025-W11"], delivery.GetProperty("weeks").EnumerateArray().Select(w => w.GetString()!));
        var figures = await Json(
            "figures", "GM0153", "--level", "buurt", "--category", "vermogen", "--from", "2025-W10", "--to", "2025-W11",
            "--json");
        Assert.Equal(6, figures.GetProperty("rijen").GetArrayLength());
        Assert.Equal(11, figures.GetProperty("rijen").EnumerateArray().Sum(r => r.GetProperty("aantal").GetInt32()));
    }

    [Fact]
    public async Task A_withdrawn_delivery_can_be_seen_and_the_chain_verifies()
    {
        await _igw.AddEnschede(Cancel);
        await Submit(WeekFile.Of("2025-W10", 5));

        Assert.Equal(
            0, (await _igw.Run(Cancel, "deliveries", "withdraw", "GM0153", "1", "--reason", "verkeerd")).ExitCode);
        Assert.Equal(2, (await _igw.Run(Cancel, "deliveries", "withdraw", "GM0153", "1")).ExitCode);
        Assert.Equal(1, (await _igw.Run(Cancel, "deliveries", "withdraw", "GM0153", "99")).ExitCode);
        Assert.Contains("ingetrokken", (await _igw.Run(Cancel, "deliveries", "show", "GM0153", "1"))
            .Output, StringComparison.Ordinal);
        Assert.Equal(0, (await _igw.Run(Cancel, "audit", "verify", "GM0153")).ExitCode);
        Assert.Equal(0, (await _igw.Run(Cancel, "audit", "verify")).ExitCode);
    }

    [Theory]
    [InlineData("--from", "2027-W53", "--to", "2027-W53")]
    [InlineData("--from", "2025-W10", "--to", "2025-W09")]
    [InlineData("--from", "2025-W10", "--to", "2025-W10", "--category", "bestaatniet")]
    [InlineData("--from", "2025-W10", "--to", "2025-W10", "--level", "straat")]
    [InlineData("--from", "2025-W10", "--to", "2025-W10", "--area", "GM0164")]
    public async Task A_question_that_cannot_be_answered_says_why(params string[] arguments)
    {
        await _igw.AddEnschede(Cancel);

        var result = await _igw.Run(Cancel, ["figures", "GM0153", .. arguments]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Single(result.Errors.Trim().Split('\n'));
    }

    public void Dispose() => _igw.Dispose();

    private async Task Submit(WeekFile file) =>
        Assert.Equal(
            0, (await _igw.Run(Cancel, "deliveries", "submit", "GM0153", file.WriteTo(_igw.PathOf("in")))).ExitCode);

    private async Task<JsonElement> Json(params string[] arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.Equal("", result.Errors);
        return JsonDocument.Parse(result.Output).RootElement;
    }
}
