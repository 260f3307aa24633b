using Microsoft.Data.Sqlite;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Twente.Igw.Testing;
using Twente.Igw.Web.Demo;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class InventTwenteTests
{
    private static readonly IReadOnlyList<Territory> Land = Stories.Usual.Land;
    private static readonly List<Neighbourhood> All = [.. Land.SelectMany(t => t.Neighbourhoods)];

    [Fact]
    public void Neighbourhoods_fit_together_without_gaps_or_overlaps()
    {
        Polygon[] borders = [.. All.Select(n => n.Border)];

        Assert.All(borders, b => Assert.True(b.IsValid));
        Assert.True(CoverageValidator.IsValid(borders));
        Assert.All(Land, t => Assert.Equal(0, Together(t).NumInteriorRings));
        Assert.Equal(0, Assert.IsType<Polygon>(CoverageUnion.Union(borders)).NumInteriorRings);
    }

    [Fact]
    public void A_gemeente_lies_about_where_it_lies() => Assert.All(Land, t =>
    {
        var middle = new Coordinate(t.Municipality.Centre.X * 1000, t.Municipality.Centre.Y * 1000);
        Assert.True(Together(t).Contains(new Point(middle)), t.Municipality.Name);
    });

    [Fact]
    public void Codes_of_a_district_and_a_gemeente_begin_those_of_their_neighbourhoods() => Assert.All(Land, t =>
    {
        Assert.Equal(t.Municipality.Neighbourhoods, t.Neighbourhoods.Count);
        Assert.All(t.Districts, d =>
        {
            Assert.Matches($"^WK{t.Municipality.Digits}[0-9]{{2}}$", d.Code);
            Assert.All(d.Neighbourhoods, n => Assert.Matches($"^BU{d.Code[2..]}[0-9]{{2}}$", n.Code));
        });
    });

    [Fact]
    public void No_code_and_no_name_is_given_twice()
    {
        Assert.Distinct(All.Select(n => n.Code));
        Assert.Distinct(All.Select(n => n.Name));
        Assert.Distinct(Land.SelectMany(t => t.Districts).Select(d => d.Code));
    }

    [Fact]
    public void Inhabitants_are_spread_as_in_Twente()
    {
        var inhabitants = All.Select(n => n.Inhabitants).Order().ToList();

        Assert.InRange(inhabitants[inhabitants.Count / 2], 600, 1_100);
        Assert.Contains(0, inhabitants);
        Assert.InRange(inhabitants.Count(i => i < 500), 120, 260);
        Assert.All(inhabitants, i => Assert.Equal(0, i % 5));
        Assert.All(Land, t => Assert.InRange(
            t.Neighbourhoods.Sum(n => n.Inhabitants) / (double)t.Municipality.Inhabitants, 0.995, 1.005));
    }

    [Fact]
    public void The_same_seed_invents_the_same_land_and_another_seed_another()
    {
        var again = InventTwente.Execute(Story.UsualSeed).SelectMany(t => t.Neighbourhoods).ToList();
        var other = InventTwente.Execute(Story.UsualSeed + 1).SelectMany(t => t.Neighbourhoods).ToList();

        Assert.Equal(All.Select(Said), again.Select(Said));
        Assert.NotEqual(All.Select(Said), other.Select(Said));
    }

    [Fact]
    public void No_name_is_that_of_a_real_neighbourhood_or_district()
    {
        var real = Read("SELECT buurtnaam FROM buurten UNION SELECT wijknaam FROM wijken")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(All, n => real.Contains(n.Name));
        Assert.DoesNotContain(Land.SelectMany(t => t.Districts), d => real.Contains(d.Name));
    }

    [Fact]
    public void The_gemeenten_are_the_real_ones() => Assert.Equal(
        Read("SELECT gemeentecode || ' ' || gemeentenaam FROM gemeenten ORDER BY gemeentecode"),
        Land.Select(t => $"{t.Municipality.Code} {t.Municipality.Name}"));

    private static string Said(Neighbourhood n) => $"{n.Code} {n.Name} {n.Inhabitants} {n.Households} {n.Border}";

    private static Polygon Together(Territory territory) =>
        Assert.IsType<Polygon>(CoverageUnion.Union([.. territory.Neighbourhoods.Select(n => n.Border)]));

    private static List<string> Read(string sql)
    {
        var file = Path.Combine(SharedFiles.Folder, "cbs", "wijkenbuurten_2021_twente.gpkg");
        Assert.SkipUnless(
            File.Exists(file), $"Needs cbs/wijkenbuurten_2021_twente.gpkg in {SharedFiles.Folder} (IGW_TEST_DATA).");
        using var connection = new SqliteConnection($"Data Source=file:{file}?immutable=1;Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var query = new SqliteCommand(sql, connection);
        using var reader = query.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
