using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mappings;

/// <summary>What holds for every file in every layout, tried on invented ones.</summary>
public sealed class MapSourcePropertyTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly CheckAgainst Known = FuzzWorld.Known("GM0153");

    private static readonly Gen<Fact[]> Files = Gen.Select(
        Gen.Int[0, 2], Gen.OneOf<string>([.. FuzzWorld.Areas["GM0153"][2021], "GM0153"]),
        Gen.OneOf(FuzzWorld.Categories), Gen.Int[0, 7], Gen.Enum<Daypart>(), Gen.Int[0, 4],
        (week, area, category, weekday, daypart, count) => new Fact(
            FuzzWorld.Range.First.Plus(week), 2021, AreaCode.Parse(area), CategoryCode.Parse(category), weekday,
            daypart, count)).Array[1, 30].Select(facts => facts.DistinctBy(f => f with { Count = 0 }).ToArray());

    [Fact]
    public void A_file_in_any_layout_says_the_same_as_the_file_in_the_form_of_the_contract() => Gen.Select(
        Files, Gen.Int).Sample((facts, seed) =>
    {
        var direct = Direct(facts);
        var (layout, file) = SupplierLayout.Of(facts, Known, new Random(seed));

        Assert.Empty(MappingObjections.Of(layout.Mapping));
        var mapped = MapSource.Execute(file, layout.FileName, layout.Mapping, Known, Cancel);
        Assert.Empty(mapped.Findings.Kept);
        var check = PolitieWeekCheck.Check(
            mapped.Csv, PolitieWeekFileName.Read(mapped.FileName!).Name!, Known, Cancel);

        Assert.Empty(check.Findings.Kept);
        Assert.Equal(Sorted(direct), Sorted(check));
        Assert.Equal(direct.Weeks, check.Weeks);
        Assert.Equal((direct.Rows, direct.Sum), (check.Rows, check.Sum));
    }, iter: 1_000);

    [Fact]
    public void A_mapping_says_the_same_after_it_is_written_and_read() => Gen.Select(
        Files, Gen.Int).Sample((facts, seed) =>
    {
        var json = SupplierLayout.Of(facts, Known, new Random(seed)).Layout.Mapping.ToJson();

        Assert.True(Mapping.TryRead(json, out var again, out _));
        Assert.Equal(json, again.ToJson());
    }, iter: 500);

    private static CheckedWeeks Direct(Fact[] facts)
    {
        var weeks = new WeekRange(facts.Min(f => f.Week), facts.Max(f => f.Week));
        return PolitieWeekCheck.Check(
            System.Text.Encoding.UTF8.GetBytes(SampleFile.Print(facts)),
            PolitieWeekFileName.Of(Known.Municipality, weeks), Known, Cancel);
    }

    private static string Sorted(CheckedWeeks check) => string.Join('\n', SampleFile.Print(check.Facts()).Split('\n')
        .Order(StringComparer.Ordinal));
}
