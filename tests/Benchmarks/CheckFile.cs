using System.Text;
using BenchmarkDotNet.Attributes;
using Sylvan.Data.Csv;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Benchmarks;

/// <summary>
/// A weekly file of a million rows read, checked and held to its contract, against a fast reader that only hands out
/// the fields. The target is two million rows a second on one core.
/// </summary>
[MemoryDiagnoser, OperationsPerSecond]
public class CheckFile
{
    private const int Rows = 1_000_000;
    private const int Weeks = 260;

    private static readonly string[] Areas = [.. Enumerable.Range(0, 72).Select(n => $"BU0153{n:0000}"), "GM0153"];
    private static readonly string[] Categories = [.. Enumerable.Range(0, 62).Select(n => $"1.{n / 10}.{n % 10}")];
    private static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];
    private static readonly WeekRange Range = new(IsoWeek.Parse("2021-W01"), IsoWeek.Parse("2021-W01").Plus(Weeks - 1));

    private byte[] _file = [];
    private CheckAgainst _known = null!;
    private PolitieWeekFileName _name = null!;

    /// <summary>Rows sorted by their key, as suppliers send them, or shuffled.</summary>
    [Params(true, false)]
    public bool Sorted { get; set; }

    [GlobalSetup]
    public void Generate()
    {
        _known = KnownAreas();
        _name = PolitieWeekFileName.Of(AreaCode.Parse("GM0153"), Range);
        var random = new Random(20251130);
        var keys = new SortedSet<long>();
        while (keys.Count < Rows)
            keys.Add(random.NextInt64(Weeks * (long)Areas.Length * Categories.Length * 40));
        long[] ordered = [.. keys];
        if (!Sorted)
            random.Shuffle(ordered);
        var text = new StringBuilder("week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal\n");
        foreach (var key in ordered)
            Append(text, key, random.Next(1, 4));
        _file = Encoding.UTF8.GetBytes(text.ToString());
    }

    [Benchmark(OperationsPerInvoke = Rows, Baseline = true)]
    public int ReadWithSylvan()
    {
        var options = new CsvDataReaderOptions { Delimiter = ';', BufferSize = 0x10000 };
        using var csv = CsvDataReader.Create(new StreamReader(new MemoryStream(_file)), options);
        var characters = 0;
        while (csv.Read())
        {
            for (var i = 0; i < csv.RowFieldCount; i++)
                characters += csv.GetFieldSpan(i).Length;
        }

        return characters;
    }

    [Benchmark(OperationsPerInvoke = Rows)]
    public long CheckAgainstContract()
    {
        var file = PolitieWeekCheck.Check(_file, _name, _known, CancellationToken.None);
        return file.IsRefused || file.Rows != Rows
            ? throw new InvalidOperationException($"A right file has {file.Findings.Count} findings.")
            : file.Sum;
    }

    private static void Append(StringBuilder text, long key, int count)
    {
        var (rest, moment) = Math.DivRem(key, 40);
        (rest, var category) = Math.DivRem(rest, Categories.Length);
        var (week, area) = Math.DivRem(rest, Areas.Length);
        var weekday = moment / 5 == 0 ? "" : (moment / 5).ToString(CultureInfo.InvariantCulture);
        text.Append(
            CultureInfo.InvariantCulture,
            $"{Range.First.Plus((int)week)};2021;{Areas[area]};{Categories[category]};");
        text.Append(CultureInfo.InvariantCulture, $"{weekday};{Dayparts[moment % 5]};{count}\n");
    }

    private static CheckAgainst KnownAreas()
    {
        var municipality = AreaCode.Parse("GM0153");
        var areas = new MunicipalityAreas(
            2021, AreaOf(municipality.Code), [], Areas.Where(a => a[0] == 'B').Select(AreaOf));
        return new CheckAgainst(
            municipality, new Dictionary<int, MunicipalityAreas> { [2021] = areas },
            Categories.Select(CategoryCode.Parse).ToHashSet());
    }

    private static Area AreaOf(string code) => new(AreaCode.Parse(code), code, null, null, null);
}
