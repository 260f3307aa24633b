using Twente.Igw.Capabilities.Tests.Attack;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;

namespace Twente.Igw.Capabilities.Tests.Publishing;

/// <summary>
/// Attacks everything a gemeente ever published of one group and year, down to class, month and district at once. It
/// knows how noise is made and not what is secret, and shares no code with what protects but the table of noise.
/// </summary>
internal sealed class PublishedAttack
{
    private readonly TrueCounts _truth;
    private readonly string[] _classes;
    private readonly int _year;
    private readonly List<(int Place, int Class, int Month)> _unknowns = [];
    private readonly List<KnownSum> _sums = [];
    private readonly List<Target> _targets = [];

    /// <param name="truth">The true counts, in the last version.</param>
    /// <param name="classes">The classes of the group that its sum is of.</param>
    /// <param name="year">The year.</param>
    /// <param name="totalsKnown">Whether every count of the gemeente by class and month is known from
    /// elsewhere.</param>
    public PublishedAttack(TrueCounts truth, IReadOnlyList<string> classes, int year, bool totalsKnown)
    {
        (_truth, _classes, _year) = (truth, [.. classes], year);
        for (var place = 0; place <= truth.Unknown; place++)
            for (var ofClass = 0; ofClass < _classes.Length; ofClass++)
                for (var month = 0; month < 12; month++)
                    if (!totalsKnown || Total(ofClass, month) > 0)
                        _unknowns.Add((place, ofClass, month));
        if (!totalsKnown)
            return;
        for (var ofClass = 0; ofClass < _classes.Length; ofClass++)
            for (var month = 0; month < 12; month++)
                if (Total(ofClass, month) is > 0 and var total)
                    _sums.Add(KnownSum.Exactly(total, Cells(u => u.Class == ofClass && u.Month == month)));
    }

    /// <summary>Adds a published count, or one that was withheld and is a target nevertheless.</summary>
    /// <param name="place">A district; null for the gemeente.</param>
    /// <param name="ofClass">A class; null for the group.</param>
    /// <param name="period">Within the year.</param>
    /// <param name="published">What was published.</param>
    public void Add(int? place, string? ofClass, ReportingPeriod period, int? published)
    {
        var cells = Cells(u => (place is null || u.Place == place)
            && (ofClass is null || _classes[u.Class] == ofClass)
            && period.Months().Contains(ReportingPeriod.Month(_year, u.Month + 1)));
        var truth = _truth.Sum(place, ofClass is null ? _classes : [ofClass], period).Count;
        if (published is { } value)
        {
            var (low, high) = ProtectCounts.Table.Possible(value);
            if (cells.Count > 0)
                _sums.Add(new KnownSum(cells, low, high));
        }
        _targets.Add(new Target(
            cells, truth, published, place is not null, _truth.Sum(null, _classes, period).Count));
    }

    /// <summary>What the attack leaves of every count that is not known anyway.</summary>
    public IEnumerable<(Target Target, Feasible Left)> Attack(bool totalsKnown)
    {
        var attacked = _targets.Where(t => t.Cells.Count > 0 && (t.OfDistrict || !totalsKnown)).ToList();
        var attack = new DisclosureAttack(
            [.. _unknowns.Select(u => new AttackedCell($"{u}"))], _sums);
        return attacked.Zip(attack.Solve(attacked.Select(t => t.Cells)));
    }

    private int Total(int ofClass, int month) =>
        _truth.Sum(null, [_classes[ofClass]], ReportingPeriod.Month(_year, month + 1)).Count;

    private List<int> Cells(Func<(int Place, int Class, int Month), bool> among) =>
        [.. Enumerable.Range(0, _unknowns.Count).Where(at => among(_unknowns[at]))];

    /// <summary>A count that somebody wants to know.</summary>
    /// <param name="Cells">What it is the sum of.</param>
    /// <param name="Truth">What it is.</param>
    /// <param name="Published">What was published of it.</param>
    /// <param name="OfDistrict">Whether it is of a district.</param>
    /// <param name="Whole">The count of the gemeente that it is a part of.</param>
    internal sealed record Target(IReadOnlyList<int> Cells, int Truth, int? Published, bool OfDistrict, int Whole);
}
