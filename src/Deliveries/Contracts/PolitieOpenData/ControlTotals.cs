using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Holds each total of all offences against the sum of its classes, where every class is there and known. Where one is
/// missing nothing can be said.
/// </summary>
internal sealed class ControlTotals(int classes)
{
    private readonly Dictionary<(PublishedPeriod Period, AreaCode Area), Total> _totals = [];

    public void Add(PublishedCount count, long line)
    {
        var key = (count.Period, count.Area);
        var total = _totals.GetValueOrDefault(key);
        _totals[key] = count.Category.Code == KnownCodes.ControlTotal
            ? total with { Line = line, Stated = count.Count }
            : total with { Known = total.Known + (count.Count is null ? 0 : 1), Sum = total.Sum + (count.Count ?? 0) };
    }

    public IEnumerable<Finding> Objections() =>
        from total in _totals.Values
        where total.Stated is { } stated && total.Known == classes && stated != total.Sum
        orderby total.Line
        select Finding.At(
            total.Line, 5, FindingCode.ControlTotalDiffers,
            total.Stated!.Value.ToString(CultureInfo.InvariantCulture), total.Sum);

    private readonly record struct Total(long Line, int? Stated, int Known, long Sum);
}
