namespace Twente.Igw.Areas;

/// <summary>
/// Makes the rows of a draft from what CBS says changed and from the ground that neighbourhoods share. Pure; a person
/// judges what comes out.
/// </summary>
internal sealed class DraftCrosswalk
{
    /// <summary>Simplified borders of two years differ a little where nothing changed.</summary>
    private const double Sliver = 0.02;

    /// <summary>A neighbourhood that lies for so much in an earlier one came from it, however large that is.</summary>
    private const double Most = 0.5;

    private readonly ILookup<AreaCode, Overlap> _from;
    private readonly ILookup<AreaCode, Overlap> _to;
    private readonly MunicipalityAreas _new;

    private DraftCrosswalk(IReadOnlyList<Overlap> overlaps, MunicipalityAreas to) =>
        (_from, _to, _new) = (overlaps.ToLookup(o => o.From), overlaps.ToLookup(o => o.To), to);

    /// <param name="unchanged">Neighbourhoods that CBS says did not change between the two years.</param>
    /// <param name="overlaps">The ground that neighbourhoods of both years share.</param>
    /// <param name="to">The areas of the later year.</param>
    public static IReadOnlyList<CrosswalkRow> Execute(
        IReadOnlySet<AreaCode> unchanged, IEnumerable<Overlap> overlaps, MunicipalityAreas to)
    {
        var changed = overlaps.Where(o => !unchanged.Contains(o.From) && !unchanged.Contains(o.To))
            .Where(o => o.OfFrom >= Sliver || o.OfTo >= Most).ToList();
        var draft = new DraftCrosswalk(changed, to);
        return CrosswalkOrder.Of(
        [
            .. unchanged.Select(code => new CrosswalkRow(code, code, CrosswalkRow.Whole, CrosswalkBasis.Unchanged)),
            .. draft._from.SelectMany(area => draft.Rows([.. area])),
        ]);
    }

    private IEnumerable<CrosswalkRow> Rows(IReadOnlyList<Overlap> parts)
    {
        if (parts is [var whole])
            return [new CrosswalkRow(whole.From, whole.To, CrosswalkRow.Whole, WholeBasis(whole))];
        List<AreaCode> codes = [.. parts.Select(p => p.To)];
        var people = DivideByInhabitants.Of(codes, to => _to[to].Count(), _new);
        var weights = people ?? DivideWhole.By([.. parts.Select(p => p.OfFrom)]);
        var basis = people is null ? CrosswalkBasis.Ground : CrosswalkBasis.Inhabitants;
        return parts.Zip(weights, (part, weight) => new CrosswalkRow(part.From, part.To, weight, basis));
    }

    private CrosswalkBasis WholeBasis(Overlap whole)
    {
        if (_to[whole.To].Count() > 1)
            return CrosswalkBasis.Merged;
        return whole.From == whole.To ? CrosswalkBasis.Unchanged : CrosswalkBasis.Renumbered;
    }
}
