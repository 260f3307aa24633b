using Twente.Igw.Areas;
using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>Puts the counts of one group and year into a network.</summary>
internal sealed class BuildGroupYear(
    PublicationGrid grid, TrueCounts counts, Func<CellName, UnitSum, (int Value, bool Fixed)> publish,
    Func<int, (int Low, int High)> possible)
{
    public GroupYear Execute(RegionalCategory group, IReadOnlyList<string> summed, int year)
    {
        var network = new GroupYear(possible);
        var whole = new ReportingPeriod(PeriodUnit.Year, year, 1);
        AddClasses(network, group, summed, whole);
        network.Add(network.Sink, network.Root, Cell(grid.Municipality, group, whole, counts.Sum(null, summed, whole)));
        var quarters = Quarters(year).Select(q => (Period: q, In: network.AddNode(), Out: network.AddNode())).ToList();
        foreach (var quarter in quarters)
        {
            var units = counts.Sum(null, summed, quarter.Period);
            network.Add(quarter.In, quarter.Out, Cell(grid.Municipality, group, quarter.Period, units));
            foreach (var month in quarter.Period.Months())
                network.Add(quarter.Out, network.Sink, Cell(
                    grid.Municipality, group, month, counts.Sum(null, summed, month)));
        }
        for (var place = 0; place <= counts.Unknown; place++)
            AddPlace(network, group, summed, whole, place, quarters);
        return network;
    }

    private void AddClasses(
        GroupYear network, RegionalCategory group, IReadOnlyList<string> summed, ReportingPeriod year)
    {
        var byThemselves = grid.ClassesOf(group).Where(c => !c.Sensitive).Select(c => c.Code)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var code in summed)
        {
            var units = counts.Sum(null, [code], year);
            network.Add(network.Root, network.Total, byThemselves.Contains(code)
                ? Cell(grid.Municipality, code, year, units) with { IsOfGroup = false }
                : Hidden(units.Count, ofDistrict: false));
        }
    }

    private void AddPlace(
        GroupYear network, RegionalCategory group, IReadOnlyList<string> summed, ReportingPeriod year, int place,
        List<(ReportingPeriod Period, int In, int Out)> quarters)
    {
        var node = network.AddNode();
        var shown = place < counts.Unknown && grid.HasDistricts(counts);
        NetworkCell Of(ReportingPeriod period)
        {
            var units = counts.Sum(place, summed, period);
            var cell = shown
                ? Cell(AreaCode.Parse(counts.Districts[place]), group, period, units)
                : Hidden(units.Count, ofDistrict: true);
            return cell with { OfDistrict = true, Whole = counts.Sum(null, summed, period).Count };
        }
        network.Add(network.Total, node, Of(year));
        foreach (var quarter in quarters)
            network.Add(node, quarter.In, Of(quarter.Period));
    }

    private static IEnumerable<ReportingPeriod> Quarters(int year) =>
        Enumerable.Range(1, 4).Select(q => new ReportingPeriod(PeriodUnit.Quarter, year, q));

    private NetworkCell Cell(AreaCode area, RegionalCategory category, ReportingPeriod period, UnitSum units) =>
        Cell(area, category.Code, period, units);

    /// <summary>A count that is published when its period is over and its unit agreed.</summary>
    private NetworkCell Cell(AreaCode area, string category, ReportingPeriod period, UnitSum units)
    {
        var name = new CellName(area, category, period);
        if (!counts.Covers(period) || !grid.Has(period.Unit))
            return Hidden(units.Count, ofDistrict: false);
        var (value, isFixed) = publish(name, units);
        return new NetworkCell(name, -1, units.Count, false) { Published = value, Fixed = isFixed };
    }

    private static NetworkCell Hidden(int truth, bool ofDistrict) => new(null, -1, truth, ofDistrict);
}
