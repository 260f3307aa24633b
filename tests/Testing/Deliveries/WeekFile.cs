using System.Text;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>A weekly police file as a supplier writes it, on the invented division of the tests.</summary>
public sealed record WeekFile
{
    public const string Header = "week;indelingsjaar;buurtcode;code;weekdag;dagdeel;aantal";

    public string Municipality { get; init; } = "GM0153";

    public required IsoWeek First { get; init; }

    public required IsoWeek Last { get; init; }

    /// <summary>The rows, without the header.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    public string Name => $"politie-week_{Municipality}_{First}_{Last}.csv";

    public string Text => string.Concat(Rows.Prepend(Header).Select(row => row + "\n"));

    /// <summary>One week with this many burglaries in the first neighbourhood.</summary>
    public static WeekFile Of(string week, int burglaries, string municipality = "GM0153") => new()
    {
        Municipality = municipality, First = IsoWeek.Parse(week), Last = IsoWeek.Parse(week),
        Rows = burglaries == 0 ? [] : [Row(week, municipality, burglaries)],
    };

    /// <summary>Weeks from the first on, each with its number of burglaries.</summary>
    public static WeekFile Series(string first, params IReadOnlyList<int> burglaries) => new()
    {
        First = IsoWeek.Parse(first), Last = IsoWeek.Parse(first).Plus(burglaries.Count - 1),
        Rows = [.. burglaries.Select((count, at) => (count, week: IsoWeek.Parse(first).Plus(at).ToString()))
            .Where(w => w.count > 0).Select(w => Row(w.week, "GM0153", w.count))],
    };

    public static string Row(string week, string municipality, int count) =>
        $"{week};2021;{FirstNeighbourhood(municipality)};1.1.1;2;nacht;{count}";

    public static string FirstNeighbourhood(string municipality) => $"BU{municipality[2..]}0000";

    /// <summary>Writes the file into a folder and answers its path.</summary>
    public string WriteTo(string folder)
    {
        var path = Path.Combine(folder, Name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(path, Text, new UTF8Encoding(false));
        return path;
    }
}
