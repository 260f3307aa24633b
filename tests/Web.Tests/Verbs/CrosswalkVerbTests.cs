using System.Text.Json;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Verbs;

public sealed class CrosswalkVerbTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly IgwProcess _igw = new();

    [Fact]
    public async Task A_crosswalk_is_proposed_shown_mended_and_decided_by_a_role()
    {
        await _igw.AddEnschede(Cancel);
        await Run(0, "areas", "import", GeoPackageFile.WriteChanged(_igw.PathOf("nieuw.gpkg")));
        await Run(0, "areas", "crosswalk", "propose", "GM0153", "2021", "2025");
        var csv = (await Run(0, "areas", "crosswalk", "show", "GM0153", "1", "--csv")).Output;
        Assert.Contains("GM0153;2021;2025;BU01530100;BU01530103;0,294118;inwoners", csv, StringComparison.Ordinal);

        var mended = csv.Replace("0,294118;inwoners", "0,3;adressen", StringComparison.Ordinal);
        Assert.Contains("samen 1 zijn", (await Import(2, mended)).Errors, StringComparison.Ordinal);
        await Import(0, mended.Replace("0,705882;inwoners", "0,7;adressen", StringComparison.Ordinal));

        await Run(1, "areas", "crosswalk", "approve", "GM0153", "2");
        await Run(1, "areas", "crosswalk", "approve", "GM0153", "2", "--by", "Jan@gemeente");
        await Run(0, "areas", "crosswalk", "approve", "GM0153", "2", "--by", "analist");
        await Run(2, "areas", "crosswalk", "approve", "GM0153", "2", "--by", "analist");
        await Run(0, "areas", "crosswalk", "reject", "GM0153", "1", "--by", "analist", "--reason", "te grof");
        await Run(1, "areas", "crosswalk", "reject", "GM0153", "9", "--by", "analist");
        var list = await Json("areas", "crosswalk", "list", "GM0153", "--json");
        Assert.Equal(
            ["2 goedgekeurd analist", "1 afgewezen analist"],
            list.EnumerateArray().Select(c => $"{c.GetProperty("nummer")} {c.GetProperty("staat")} " +
                c.GetProperty("beslotenDoor")));
        Assert.Equal(0.7m, (await Json("areas", "crosswalk", "show", "GM0153", "2", "--json"))
            .GetProperty("regels")[3].GetProperty("gewicht").GetDecimal());
        await Run(0, "audit", "verify");
    }

    [Fact]
    public async Task Figures_are_asked_on_a_boundary_year()
    {
        await _igw.AddEnschede(Cancel);
        await Run(0, "areas", "import", GeoPackageFile.WriteChanged(_igw.PathOf("nieuw.gpkg")));
        await Run(
            0, "deliveries", "submit", "GM0153", WeekFile.Of("2024-W10", 5).WriteTo(_igw.PathOf("in")));
        await Run(0, "areas", "crosswalk", "propose", "GM0153", "2021", "2025");
        string[] question =
        [
            "figures", "GM0153", "--level", "buurt", "--category", "vermogen", "--from", "2024-W10", "--to", "2024-W10",
            "--boundary-year", "2025",
        ];

        var gap = await Run(0, question);
        Assert.Contains("andere indeling", gap.Output, StringComparison.Ordinal);
        await Run(0, "areas", "crosswalk", "approve", "GM0153", "1", "--by", "analist");
        var converted = await Run(0, question);
        Assert.Contains("1 van 1 weken is omgerekend van indeling 2021", converted.Output, StringComparison.Ordinal);
        Assert.Contains("BU01530103", converted.Output, StringComparison.Ordinal);
        await Run(1, [.. question.SkipLast(1), "1999"]);
    }

    public void Dispose() => _igw.Dispose();

    private Task<IgwProcess.Result> Import(int exitCode, string csv)
    {
        File.WriteAllText(_igw.PathOf("omrekentabel.csv"), csv);
        return Run(exitCode, "areas", "crosswalk", "import", _igw.PathOf("omrekentabel.csv"));
    }

    private async Task<JsonElement> Json(params string[] arguments) =>
        JsonDocument.Parse((await Run(0, arguments)).Output).RootElement;

    private async Task<IgwProcess.Result> Run(int exitCode, params string[] arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(result.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {result.Output}{result.Errors}");
        return result;
    }
}
