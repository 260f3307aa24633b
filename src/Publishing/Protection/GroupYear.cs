using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>A count of one group and year in the network of everything that is published of it.</summary>
/// <param name="Name">Its name; null for counts that are never published: those without a place.</param>
/// <param name="Edge">Its place in the network.</param>
/// <param name="Truth">What it truly is.</param>
/// <param name="OfDistrict">Whether it is of a district or of no place; of the gemeente otherwise.</param>
internal sealed record NetworkCell(CellName? Name, int Edge, int Truth, bool OfDistrict)
{
    /// <summary>As published; null when it is withheld or never is.</summary>
    public int? Published { get; set; }

    /// <summary>It was published earlier, with this value: it cannot be taken back.</summary>
    public bool Fixed { get; init; }

    /// <summary>Whether it is of the whole group rather than of one class.</summary>
    public bool IsOfGroup { get; init; } = true;

    /// <summary>The count of the gemeente that it is a part of.</summary>
    public int Whole { get; init; }
}

/// <summary>
/// Everything that is published of one group of categories in one year, as a network: classes add up to the year of the
/// gemeente, that splits into districts, those into quarters, and the quarters of all districts into months.
/// </summary>
internal sealed class GroupYear
{
    private readonly FlowRange _flow = new();
    private readonly Func<int, (int Low, int High)> _possible;

    public GroupYear(Func<int, (int Low, int High)> possible)
    {
        _possible = possible;
        (Root, Total, Sink) = (_flow.AddNode(), _flow.AddNode(), _flow.AddNode());
    }

    public List<NetworkCell> Cells { get; } = [];

    public int Root { get; }

    public int Total { get; }

    public int Sink { get; }

    public int AddNode() => _flow.AddNode();

    /// <summary>Adds a count; its bounds follow from <see cref="Know"/>.</summary>
    public void Add(int from, int to, NetworkCell cell) => Cells.Add(
        cell with { Edge = _flow.AddEdge(from, to, cell.Truth, Bounds.Unknown) });

    /// <summary>Sets what somebody knows.</summary>
    /// <param name="totalsKnown">
    /// Whether she knows every count of the gemeente exactly, as from what the police publish themselves.
    /// </param>
    public void Know(bool totalsKnown)
    {
        foreach (var cell in Cells)
            _flow[cell.Edge] = totalsKnown && !cell.OfDistrict ? Bounds.Exactly(cell.Truth) : BoundsOf(cell);
    }

    /// <summary>How many values a count can have for who knows what <see cref="Know"/> set.</summary>
    public int Values(NetworkCell cell, int enough) => _flow.Values(cell.Edge, enough);

    /// <summary>The same if another count were withheld.</summary>
    public int ValuesWithout(NetworkCell cell, NetworkCell withheld, int enough)
    {
        var known = _flow[withheld.Edge];
        _flow[withheld.Edge] = Bounds.Unknown;
        var values = _flow.Values(cell.Edge, enough);
        _flow[withheld.Edge] = known;
        return values;
    }

    public void Withhold(NetworkCell cell)
    {
        cell.Published = null;
        _flow[cell.Edge] = Bounds.Unknown;
    }

    private Bounds BoundsOf(NetworkCell cell) => cell.Published is { } value
        ? new Bounds(_possible(value).Low, _possible(value).High) : Bounds.Unknown;
}
