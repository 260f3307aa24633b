using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public sealed class CrosswalkFileTests
{
    /// <summary>What is wrong, which line of the good file it replaces or follows, and what is said of it.</summary>
    public static TheoryData<string, int, string, string> Wrong => new()
    {
        { "GM0153;2021;2025;BU01539999;BU01530000;1;hernummerd", 2, "regel 2: 'BU01539999'", "indeling van 2021" },
        { "GM0153;2021;2025;BU01530000;BU01530001;1;hernummerd", 2, "regel 2: 'BU01530001'", "indeling van 2025" },
        { "GM0153;2021;2025;WK015300;BU01530000;1;hernummerd", 2, "regel 2: 'WK015300'", "BU01530000" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0,7;adressen", 5, "regel 5: '1,1'", "samen 1 zijn" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0,598;adressen", 5, "regel 5: '0,998'", "samen 1 zijn" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0;adressen", 5, "regel 5: '0'", "boven 0" },
        { "GM0153;2021;2025;BU01530100;BU01530100;1.000,6;adressen", 5, "regel 5: '1.000,6'", "hoogstens 1" },
        { "GM0153;2021;2025;BU01530100;BU01530100;-0,6;adressen", 5, "regel 5: '-0,6'", "boven 0" },
        { "GM0153;2021;2025;BU01530100;BU01530103;0,6;adressen", 5, "regel 6: 'BU01530100 naar", "eerder" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0,6;gevoel", 5, "regel 5: 'gevoel'", "verdeelsleutel is" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0,6;ongewijzigd", 5, "regel 5: 'ongewijzigd'", "in haar geheel" },
        { "GM0153;2021;2025;BU01530100;BU01530100;0,6;oppervlakte", 5, "regel 5: 'oppervlakte'", "BU01530103 0,294" },
        { "GM0153;2021;2025;BU01530002;BU01530003;1;ongewijzigd", 4, "regel 4: 'ongewijzigd'", "schrijf hernummerd" },
        { "GM0153;2021;2025;BU01530101;BU01530101;1;hernummerd", 7, "regel 7: 'hernummerd'", "schrijf ongewijzigd" },
        { "GM0153;2021;2025;BU01530001;BU01530000;1;hernummerd", 3, "regel 3: 'hernummerd'", "schrijf samengevoegd" },
        { "GM0153;2021;2025;BU01530002;BU01530003;1;samengevoegd", 4, "regel 4: 'samengevoegd'", "geen andere buurt" },
        { "GM0153;2021;2025;BU01530002;BU01530000;1;samengevoegd", 4, "buurt BU01530003", "ergens vandaan komen" },
        { "", 8, "buurt BU01530102", "moet ergens heen gaan" },
        { "GM0164;2021;2025;BU01530102;BU01530102;1;ongewijzigd", 8, "regel 8: 'GM0164;2021;2025'", "één gemeente" },
        { "GM0153;2025;2025;BU01530102;BU01530102;1;ongewijzigd", 8, "regel 8: '2025'", "verschillende jaren" },
        { "GM0153;2021;2025;BU01530102;BU01530102;1", 8, "regel 8", "zeven kolommen" },
        { "GM0153;MMXXI;2025;BU01530102;BU01530102;1;ongewijzigd", 8, "regel 8: 'MMXXI'", "indelingsjaar" },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_row_that_is_wrong_refuses_the_file_with_its_line_and_rule(
        string row, int line, string thing, string rule)
    {
        await using var trial = await CrosswalksOnTrial.Start(Engine.Sqlite);
        var rows = CrosswalksOnTrial.Good.ToArray();
        rows[line - 2] = row;

        var refused = Assert.IsType<CrosswalkDrafting.Refused>(await trial.Import(rows));
        Assert.Contains(
            refused.Findings, f => f.ToString().StartsWith(thing, StringComparison.Ordinal)
                && f.Rule.Contains(rule, StringComparison.Ordinal));
        Assert.Empty(await trial.States());
    }

    [Theory]
    [InlineData("", "regel 1", "eerste regel")]
    [InlineData("gemeente,van\n", "regel 1", "eerste regel")]
    [InlineData(CrosswalkFile.Header + "\n", "bestand", "geen regels")]
    [InlineData(CrosswalkFile.Header + "\nGM0153;2021;2030;BU01530000;BU01530000;1;ongewijzigd\n", "indeling 2030",
        "niet geladen")]
    public async Task A_file_that_is_no_crosswalk_is_refused(string text, string thing, string rule)
    {
        await using var trial = await CrosswalksOnTrial.Start(Engine.Sqlite);

        var refused = Assert.IsType<CrosswalkDrafting.Refused>(await trial.ImportText(text));
        var finding = Assert.Single(refused.Findings);
        Assert.StartsWith(thing, finding.ToString(), StringComparison.Ordinal);
        Assert.Contains(rule, finding.Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_no_text_is_refused()
    {
        await using var trial = await CrosswalksOnTrial.Start(Engine.Sqlite);
        var import = trial.Platform.Get<ImportCrosswalk>();
        var binary = Path.Combine(trial.Platform.Data.Root, "plaatje.csv");
        await File.WriteAllBytesAsync(binary, [0xFF, 0xD8, 0xC3], TestContext.Current.CancellationToken);

        foreach (var file in (string[])[binary, Path.Combine(trial.Platform.Data.Root, "weg.csv")])
            Assert.IsType<CrosswalkDrafting.Refused>(await import.Execute(
                file, Actor.CommandLine, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Weights_of_three_decimals_may_miss_a_thousandth()
    {
        await using var trial = await CrosswalksOnTrial.Start(Engine.Sqlite);
        var rows = CrosswalksOnTrial.Good.ToArray();
        rows[3] = "GM0153;2021;2025;BU01530100;BU01530100;0,599;adressen";

        Assert.IsType<CrosswalkDrafting.Drafted>(await trial.Import(rows));
    }
}
