using System.Security.Cryptography;
using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;

namespace Twente.Igw.Capabilities.Tests.Publishing;

/// <summary>
/// True counts of gemeenten that do not exist: from a few incidents a year in a district to some hundreds, most of them
/// small. The same each time.
/// </summary>
internal static class InventedCounts
{
    public static ModelAgreement Model { get; } = DefaultModel.Of(
        ["GM0001"], ReportingPeriod.Month(2024, 1), "regiocoördinator") with
    { Version = 1 };

    public static PublicationGrid Grid(string code) => new(AreaCode.Parse(code), Model, new Participant
    {
        Code = code, Name = code, ModelVersion = 1, From = Model.From, Levels = Model.Levels, Units = Model.Units,
        Excluded = [], ApproverRole = "analist", Reason = "", AcceptedAt = default,
    });

    /// <param name="code">Which gemeente: her size and her figures follow from it.</param>
    /// <param name="months">How many months from January 2024.</param>
    /// <param name="districts">How many districts.</param>
    /// <param name="correctedIn">The version, in months, in which an old month was corrected; later ones keep
    /// it.</param>
    public static TrueCounts Of(string code, int months, int districts, int correctedIn = int.MaxValue)
    {
        var classes = Model.Categories.Where(c => !c.IsGroup).Select(c => c.Code).ToList();
        var counts = new TrueCounts(
            [.. Enumerable.Range(0, districts).Select(d => $"WK{code[2..]}{d:00}")], classes,
            [.. Enumerable.Range(0, months).Select(m => ReportingPeriod.MonthOf(new DateOnly(2024, 1,
                1).AddMonths(m)))]);
        var keys = new UnitKeys(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
        for (var row = 0; row < classes.Count; row++)
            for (var place = 0; place <= districts; place++)
                for (var month = 0; month < months; month++)
                {
                    var count = Count(code, row, place, month) + (months >= correctedIn && month == 1 && place == 0
                        ? 1 : 0);
                    var area = place < districts ? counts.Districts[place] : code;
                    counts.Add(place, row, month, new UnitSum(count, keys.Sum(classes[row], area, month, count)));
                }
        return counts;
    }

    /// <summary>A Poisson count whose mean differs by class, place and gemeente.</summary>
    private static int Count(string code, int row, int place, int month)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{code}|{row}|{place}|{month}")));
        var (uniform, size) = (BitConverter.ToUInt32(hash) / (double)uint.MaxValue, 0.1 + (int.Parse(
            code.AsSpan(2), CultureInfo.InvariantCulture) % 7 * 0.05));
        var mean = size / (1 + (row % 9)) / (1 + (place % 4));
        var (count, below, chance) = (0, Math.Exp(-mean), Math.Exp(-mean));
        while (uniform > below && count < 50)
            below += chance *= mean / ++count;
        return count;
    }
}
