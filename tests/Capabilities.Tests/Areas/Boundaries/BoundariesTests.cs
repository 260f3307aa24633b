using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using Twente.Igw.Areas;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class BoundariesTests(Engine engine)
{
    public sealed class OnSqlite() : BoundariesTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : BoundariesTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : BoundariesTests(Engine.SqlServer);

    [Fact]
    public async Task Every_area_has_a_border_in_RD_metres_inside_the_extent()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        var boundaries = await trial.Boundaries(AreasOnTrial.Enschede);

        Assert.Equal((AreasOnTrial.Enschede, 2021), (boundaries.Municipality, boundaries.BoundaryYear));
        var areas = await trial.Areas(AreasOnTrial.Enschede);
        Assert.Equal(areas.Neighbourhoods.Select(n => n.Code), boundaries.Neighbourhoods.Select(n => n.Code));
        Assert.Equal(["WK015300", "WK015301"], boundaries.Districts.Select(d => d.Code.Code));
        // Two columns of three squares of a kilometre, with sides that wind 40 metres.
        Assert.InRange(boundaries.Extent.Width, 2000, 2080);
        Assert.InRange(boundaries.Extent.Height, 3000, 3080);
        Assert.InRange(boundaries.Extent.MinX, 219_950, 220_000);
        Assert.All(boundaries.Everything().SelectMany(a => a.Rings), ring => Assert.Equal(ring[0], ring[^1]));
        Assert.All(boundaries.Everything().SelectMany(a => a.Rings).SelectMany(r => r), boundaries.AssertInside);
    }

    [Fact]
    public async Task Simplified_neighbourhoods_fit_and_share_their_borders_point_for_point()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        var boundaries = await trial.Boundaries(AreasOnTrial.Enschede);

        Assert.True(CoverageValidator.IsValid([.. boundaries.Neighbourhoods.Select(n => n.ToGeometry())]));
        var sides = boundaries.Neighbourhoods.SelectMany(n => n.Sides()).GroupBy(s => s);
        var outer = boundaries.Outline.Sides().ToHashSet();
        Assert.All(sides, s => Assert.Equal(outer.Contains(s.Key) ? 1 : 2, s.Count()));
    }

    [Fact]
    public async Task Outlines_of_districts_and_municipality_run_over_borders_of_neighbourhoods()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        var boundaries = await trial.Boundaries(AreasOnTrial.Enschede);

        var sides = boundaries.Neighbourhoods.SelectMany(n => n.Sides()).ToHashSet();
        Assert.Subset(sides, boundaries.Outline.Sides().ToHashSet());
        Assert.All(boundaries.Districts, d => Assert.Subset(sides, d.Sides().ToHashSet()));
        Assert.Single(boundaries.Outline.Rings);
    }

    [Fact]
    public async Task Simplifying_leaves_the_shape_and_drops_most_points()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();

        var boundaries = await trial.Boundaries(AreasOnTrial.Enschede);

        Assert.All(boundaries.Neighbourhoods, n => Assert.InRange(n.Rings.Sum(r => r.Length), 5, 100));
        Assert.InRange(boundaries.Outline.ToGeometry().Area, 5_940_000, 6_060_000);
    }

    [Fact]
    public async Task A_gap_between_neighbourhoods_is_closed_in_the_outline_and_an_enclave_is_not()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Write(trial.File, 2021, [new("GM9901", "Testdam", Districts: 1, PerDistrict: 2)]);
        GeoPackageFile.Redraw(
            trial.File, "BU99010000",
            "POLYGON ((220000 460000, 222000 460000, 222000 461000, 221010 461000, 221010 460990, 221000 460990, " +
            "221000 461000, 220000 461000, 220000 460000))");
        GeoPackageFile.Redraw(
            trial.File, "BU99010001",
            "POLYGON ((220000 461000, 221000 461000, 221010 461000, 222000 461000, 222000 462000, 220000 462000, " +
            "220000 461000), (221000 461100, 221100 461100, 221100 461200, 221000 461200, 221000 461100))");

        var imported = Assert.IsType<ImportAreas.Outcome.Imported>(await trial.Import());

        Assert.Equal(["GM9901: 1 kieren tussen buurten zijn in de omtrek gedicht."], imported.Remarks);
        Assert.Equal(2, (await trial.Boundaries(AreaCode.Parse("GM9901"))).Outline.Rings.Count);
    }

    [Fact]
    public async Task Neighbourhoods_that_overlap_are_drawn_and_remarked_on()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Redraw(
            GeoPackageFile.Write(trial.File), "BU01530000",
            "POLYGON ((220000 460000, 221005 460000, 221005 461005, 220000 461005, 220000 460000))");

        var imported = Assert.IsType<ImportAreas.Outcome.Imported>(await trial.Import());

        Assert.Equal(["GM0153: 3 buurten sluiten in de bron niet precies aan op hun buren."], imported.Remarks);
        var boundaries = await trial.Boundaries(AreasOnTrial.Enschede);
        Assert.True(boundaries.Outline.ToGeometry().IsValid);
        Assert.InRange(boundaries.Outline.ToGeometry().Area, 5_900_000, 6_100_000);
    }

    [Fact]
    public async Task A_boundary_file_that_went_missing_or_broke_is_made_again()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await trial.Import();
        var files = Directory.GetFiles(trial.Platform.Data.Areas, "*.igwb", SearchOption.AllDirectories);
        var before = files.Select(File.ReadAllBytes).ToList();
        File.Delete(files[0]);
        await File.WriteAllTextAsync(files[1], "half", TestContext.Current.CancellationToken);

        Assert.IsType<ImportAreas.Outcome.Unchanged>(await trial.Import());

        Assert.Equal(before, files.Select(File.ReadAllBytes));
    }
}

internal static class BoundaryQuestions
{
    public static IEnumerable<AreaBoundary> Everything(this MunicipalityBoundaries boundaries) =>
        boundaries.Neighbourhoods.Concat(boundaries.Districts).Append(boundaries.Outline);

    public static void AssertInside(this MunicipalityBoundaries boundaries, (double X, double Y) point)
    {
        Assert.InRange(point.X, boundaries.Extent.MinX, boundaries.Extent.MaxX);
        Assert.InRange(point.Y, boundaries.Extent.MinY, boundaries.Extent.MaxY);
    }

    /// <summary>The straight pieces of a border, the same whichever way they are drawn.</summary>
    public static IEnumerable<((double, double), (double, double))> Sides(this AreaBoundary area) =>
        area.Rings.SelectMany(ring => ring.Zip(ring.Skip(1), (a, b) => a.CompareTo(b) < 0 ? (a, b) : (b, a)));

    /// <summary>Every point inside an odd number of rings.</summary>
    public static Geometry ToGeometry(this AreaBoundary area) => area.Rings
        .Select(ring => ring.Select(p => new Coordinate(p.X, p.Y)).ToArray())
        .Select(Geometry (ring) => GeometryFactory.Default.CreatePolygon(ring))
        .Aggregate((all, ring) => all.SymmetricDifference(ring));
}
