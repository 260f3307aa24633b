using BenchmarkDotNet.Attributes;
using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// What a map asks, all neighbourhoods for one group of categories, of the cube and of the database with the best
/// index for that question, on five years of one town.
/// </summary>
[MemoryDiagnoser]
public class AskCube
{
    private static readonly CategoryCode Property = CategoryCode.Parse("vermogen");
    private static readonly AreaCode Municipality = AreaCode.Parse("GM0153");

    private readonly int[] _counts = new int[InventedTown.Areas.Count - 1];
    private TestPlatform _platform = null!;
    private TenantScope _scope = null!;
    private Cube _cube = null!;
    private FigureQuestion _question = null!;
    private AskTables _tables = null!;

    /// <summary>Length of the window, which ends four weeks before the newest.</summary>
    [Params(4, 52)]
    public int Weeks { get; set; }

    [GlobalSetup]
    public async Task Load()
    {
        _platform = await InventedTown.FoundWithFiveYears(CancellationToken.None);
        _scope = await _platform.Open(TestPlatform.Enschede, CancellationToken.None);
        _cube = await _scope.Get<CubeStore>().Current(CancellationToken.None);
        var last = InventedTown.FiveYears.Last.Plus(-4);
        _question = new FigureQuestion
        {
            Level = AreaLevel.Neighbourhood, Area = Municipality, Category = Property,
            Weeks = new WeekRange(last.Plus(1 - Weeks), last),
        };
        var copy = Path.Combine(_platform.Data.Root, "tables.db");
        CopyOfDatabase.Write(_platform, copy);
        _tables = new AskTables(copy, _question.Weeks, _cube.Tree.LeavesOf(Property));
        MustAgree();
    }

    [Benchmark(Baseline = true)]
    public IReadOnlyDictionary<string, long> Sql() => _tables.Ask();

    /// <summary>The counts alone: what the tables answer.</summary>
    [Benchmark]
    public int[] Count()
    {
        _cube.Count(Property, AreaLevel.Neighbourhood, InventedTown.BoundaryYear, _question.Weeks, _counts);
        return _counts;
    }

    /// <summary>All that a map shows: counts, rates, intervals, remarks, and what the viewer may see of it.</summary>
    [Benchmark]
    public ValueTask<FigureOutcome> Answer() => _scope.Get<AnswerFigures>().Answer(
        _question, new Viewer(Municipality, Ring.Exact, "analist"), CancellationToken.None);

    [GlobalCleanup]
    public async Task Leave()
    {
        _tables.Dispose();
        await _scope.DisposeAsync();
        await _platform.DisposeAsync();
    }

    private void MustAgree()
    {
        var (cube, tables) = (Count(), Sql());
        var wrong = InventedTown.Areas.Take(cube.Length)
            .Where((area, at) => cube[at] != tables.GetValueOrDefault(area.Code)).ToList();
        if (wrong.Count > 0 || cube.Sum() == 0)
            throw new InvalidOperationException($"Cube and tables differ in: {string.Join(", ", wrong)}.");
    }
}
