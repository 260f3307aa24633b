namespace Twente.Igw.Publishing;

/// <summary>
/// How far one count can move while everything else that is known stays true. Counts that add up in a chain of tables
/// are a flow in a network, an edge for each count between the bounds that somebody knows of it; a flow that fits can
/// be changed along a cycle, and only so. Exact, also for whole numbers.
/// </summary>
/// <remarks>
/// Ford, L.R. and Fulkerson, D.R. (1962). Flows in networks. Princeton; that feasible flows differ by cycles, and whole
/// bounds give whole flows. For auditing protected tables: Gusfield, D. (1988). A graph theoretic approach to
/// statistical data security. SIAM Journal on Computing 17, 552–571.
/// </remarks>
internal sealed class FlowRange
{
    private readonly List<Edge> _edges = [];
    private readonly List<List<(int Edge, bool Forward)>> _from = [];

    public int AddNode()
    {
        _from.Add([]);
        return _from.Count - 1;
    }

    /// <summary>Adds a count.</summary>
    /// <param name="from">Node it flows out of.</param>
    /// <param name="to">Node it flows into.</param>
    /// <param name="flow">What it truly is.</param>
    /// <param name="bounds">Between what it is known to lie.</param>
    /// <returns>Its place.</returns>
    public int AddEdge(int from, int to, int flow, Bounds bounds)
    {
        _edges.Add(new Edge(from, to) { Flow = flow, Bounds = bounds });
        _from[from].Add((_edges.Count - 1, true));
        _from[to].Add((_edges.Count - 1, false));
        return _edges.Count - 1;
    }

    /// <summary>What is known of a count.</summary>
    public Bounds this[int edge]
    {
        get => _edges[edge].Bounds;
        set => _edges[edge].Bounds = value;
    }

    /// <summary>How many values a count can have, the true one included.</summary>
    /// <param name="edge">The count.</param>
    /// <param name="enough">No more are looked for.</param>
    public int Values(int edge, int enough)
    {
        var found = 1 + Move(edge, up: true, enough - 1);
        return found >= enough ? enough : found + Move(edge, up: false, enough - found);
    }

    private int Move(int edge, bool up, int most)
    {
        var kept = _edges.ConvertAll(e => e.Flow);
        var moved = 0;
        var (start, end) = up ? (_edges[edge].To, _edges[edge].From) : (_edges[edge].From, _edges[edge].To);
        while (moved < most && HasRoom(edge, up) && Push(start, end, edge))
        {
            _edges[edge].Flow += up ? 1 : -1;
            moved++;
        }
        for (var at = 0; at < kept.Count; at++)
            _edges[at].Flow = kept[at];
        return moved;
    }

    /// <summary>Sends one unit from one node to another, around the count itself.</summary>
    private bool Push(int start, int end, int around)
    {
        var via = new (int Edge, bool Forward)?[_from.Count];
        var queue = new Queue<int>([start]);
        while (queue.TryDequeue(out var node) && node != end)
            foreach (var step in _from[node])
            {
                var next = step.Forward ? _edges[step.Edge].To : _edges[step.Edge].From;
                if (step.Edge == around || next == start || via[next] is not null || !HasRoom(step.Edge, step.Forward))
                    continue;
                via[next] = step;
                queue.Enqueue(next);
            }
        if (start != end && via[end] is null)
            return false;
        for (var node = end; node != start;)
        {
            var (edge, forward) = via[node]!.Value;
            _edges[edge].Flow += forward ? 1 : -1;
            node = forward ? _edges[edge].From : _edges[edge].To;
        }
        return true;
    }

    private bool HasRoom(int edge, bool forward) => forward
        ? _edges[edge].Flow < _edges[edge].Bounds.High
        : _edges[edge].Flow > _edges[edge].Bounds.Low;

    private sealed class Edge(int from, int to)
    {
        public int From => from;

        public int To => to;

        public int Flow { get; set; }

        public Bounds Bounds { get; set; }
    }
}

/// <summary>Between what a count is known to lie, both included.</summary>
internal readonly record struct Bounds(int Low, int High)
{
    /// <summary>Nothing is known, but that a count is not negative.</summary>
    public static Bounds Unknown { get; } = new(0, int.MaxValue);

    public static Bounds Exactly(int value) => new(value, value);
}
