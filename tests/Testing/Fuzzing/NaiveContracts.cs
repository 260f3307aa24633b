using System.Text.RegularExpressions;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Testing;

/// <summary>What a checker says of a file: whether it may count, and the sum of what it counts.</summary>
internal readonly record struct FuzzVerdict(bool Accepted, long Sum)
{
    public static readonly FuzzVerdict Refused = new(false, 0);
}

/// <summary>
/// The contracts once more, in the plainest code there is: each rule of the page for suppliers is a line, and every row
/// is compared with every other. Written apart from the product's checks, to be held against them.
/// </summary>
internal static class NaiveContracts
{
    private static readonly Regex Whole = Of("[0-9]+");
    private static readonly Regex Period = Of("20[0-9]{2}(JJ00|MM(0[1-9]|1[0-2]))");
    private static readonly Regex AnyArea = Of("[A-Z]{2}[0-9A-Za-z]{1,8}");
    private static readonly Regex OwnForm = Of("GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4}");

    public static FuzzVerdict Check(string contract, List<string[]>? rows)
    {
        if (rows is null || rows.Count == 0 || string.Join(';', rows[0]) != FuzzWorld.HeaderOf(contract))
            return FuzzVerdict.Refused;
        // A name with a separator in it would look the same when joined.
        if (rows.Any(row => row.Length != rows[0].Length))
            return FuzzVerdict.Refused;
        var below = rows.Skip(1).ToList();
        return contract switch
        {
            ContractName.PolitieWeek => Weekly(below, "GM0153"),
            ContractName.PolitieWeekDistrict => District(below),
            _ => Published(below),
        };
    }

    private static FuzzVerdict Weekly(List<string[]> rows, string municipality)
    {
        var years = FuzzWorld.Areas[municipality];
        foreach (var row in rows)
        {
            if (!FuzzWorld.Weeks.Contains(row[0]))
                return FuzzVerdict.Refused;
            if (!years.Keys.Any(y => y.ToString(CultureInfo.InvariantCulture) == row[1]))
                return FuzzVerdict.Refused;
            if (row[2] != municipality && !years[int.Parse(row[1], CultureInfo.InvariantCulture)].Contains(row[2]))
                return FuzzVerdict.Refused;
            if (!FuzzWorld.Categories.Contains(row[3].Trim(' ')))
                return FuzzVerdict.Refused;
            if (row[4] is not ("" or "1" or "2" or "3" or "4" or "5" or "6" or "7"))
                return FuzzVerdict.Refused;
            if (!FuzzWorld.Dayparts.Contains(row[5]))
                return FuzzVerdict.Refused;
            if (!Whole.IsMatch(row[6]) || row[6].Length > 4)
                return FuzzVerdict.Refused;
        }

        foreach (var one in rows)
        {
            foreach (var other in rows)
            {
                if (one[0] == other[0] && one[1] != other[1])
                    return FuzzVerdict.Refused;
                if (!ReferenceEquals(one, other) && KeyOf(one) == KeyOf(other))
                    return FuzzVerdict.Refused;
            }
        }

        return new FuzzVerdict(true, rows.Sum(row => long.Parse(row[6], CultureInfo.InvariantCulture)));
    }

    private static FuzzVerdict District(List<string[]> rows)
    {
        if (rows.Count == 0)
            return FuzzVerdict.Refused;
        var sum = 0L;
        foreach (var municipality in FuzzWorld.Areas.Keys)
        {
            var own = rows.Where(r => r[2].Length >= 6 && "GM" + r[2][2..6] == municipality).ToList();
            var part = Weekly(own, municipality);
            if (!part.Accepted)
                return FuzzVerdict.Refused;
            rows = [.. rows.Except(own)];
            sum += part.Sum;
        }

        return rows.Count == 0 ? new FuzzVerdict(true, sum) : FuzzVerdict.Refused;
    }

    private static FuzzVerdict Published(List<string[]> rows)
    {
        var own = rows.Where(row => !IsAboutOthers(row[2].TrimEnd(' '))).ToList();
        string[] areas = ["GM0153", "WK015300", "WK015301", .. FuzzWorld.Areas["GM0153"].Values.SelectMany(a => a)];
        foreach (var row in own)
        {
            var count = row[4].Trim(' ');
            if (!Whole.IsMatch(row[0]) || row[0].Length > 7)
                return FuzzVerdict.Refused;
            if (row[1].TrimEnd(' ') != "0.0.0" && !FuzzWorld.Offences.Contains(row[1].TrimEnd(' ')))
                return FuzzVerdict.Refused;
            if (!areas.Contains(row[2].TrimEnd(' ')))
                return FuzzVerdict.Refused;
            if (!Period.IsMatch(row[3]))
                return FuzzVerdict.Refused;
            if (count is not ("" or ".") && (!Whole.IsMatch(count) || count.Length > 7))
                return FuzzVerdict.Refused;
        }

        var twice = own.Exists(a => own.Exists(b => !ReferenceEquals(a, b) && PublishedKey(a) == PublishedKey(b)));
        return own.Count == 0 || twice || own.Exists(total => IsWrongTotal(total, own))
            ? FuzzVerdict.Refused
            : new FuzzVerdict(true, own.Where(r => r[1].TrimEnd(' ') != "0.0.0").Sum(r => Number(r) ?? 0));
    }

    private static bool IsWrongTotal(string[] total, List<string[]> rows)
    {
        if (total[1].TrimEnd(' ') != "0.0.0" || Number(total) is not { } stated)
            return false;
        var classes = rows.Where(r => r[1].TrimEnd(' ') != "0.0.0" && r[3] == total[3])
            .Where(r => r[2].TrimEnd(' ') == total[2].TrimEnd(' ')).Select(Number).ToList();
        return classes.Count == FuzzWorld.Offences.Length && classes.TrueForAll(c => c is not null)
            && classes.Sum() != stated;
    }

    private static bool IsAboutOthers(string area) =>
        area.Length >= 2 && area[..2] is ("GM" or "WK" or "BU")
            ? OwnForm.IsMatch(area) && area[2..6] != "0153"
            : AnyArea.IsMatch(area);

    private static Regex Of(string whole) =>
        new($@"\A({whole})\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static long? Number(string[] row) =>
        row[4].Trim(' ') is "" or "." ? null : long.Parse(row[4].Trim(' '), CultureInfo.InvariantCulture);

    private static string KeyOf(string[] row) =>
        string.Join('|', row[0], row[1], row[2], row[3].Trim(' '), row[4], row[5]);

    private static string PublishedKey(string[] row) =>
        string.Join('|', row[1].TrimEnd(' '), row[2].TrimEnd(' '), row[3]);
}
