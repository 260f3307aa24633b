namespace Twente.Igw.Capabilities.Tests.Attack;

/// <summary>
/// What somebody learns of hidden counts who knows that they are whole, not negative and within bounds, and what some
/// of them add up to. It assumes an attacker with patience and nothing else: no guess of hers counts as knowledge.
/// </summary>
internal sealed class DisclosureAttack
{
    private readonly AttackedCell[] _cells;
    private readonly KnownSum[] _sums;
    private readonly List<int>[] _sumsOf;

    public DisclosureAttack(IReadOnlyCollection<AttackedCell> cells, IReadOnlyCollection<KnownSum> sums)
    {
        (_cells, _sums) = ([.. cells], [.. sums]);
        _sumsOf = [.. _cells.Select(_ => new List<int>())];
        foreach (var (sum, at) in _sums.Select((sum, at) => (sum, at)))
            foreach (var cell in sum.Cells)
                _sumsOf[cell].Add(at);
    }

    /// <summary>Bounds that follow from one sum at a time, again and again until none moves.</summary>
    public IReadOnlyList<Feasible> Propagate() => Propagate([.. _cells.Select(cell => cell.Known)]);

    /// <summary>
    /// Bounds that follow from all sums together: the least and the most of each count by linear programming, rounded
    /// inward to whole numbers.
    /// </summary>
    public IReadOnlyList<Feasible> Solve()
    {
        using var programme = new BoundsProgramme(Propagate(), _sums);
        return Propagate([.. Enumerable.Range(0, _cells.Length).Select(programme.Of)]);
    }

    /// <summary>Bounds of sums of counts that follow from everything together, by linear programming.</summary>
    public IReadOnlyList<Feasible> Solve(IEnumerable<IReadOnlyList<int>> sums)
    {
        using var programme = new BoundsProgramme(Propagate(), _sums);
        return [.. sums.Select(programme.OfSum)];
    }

    /// <summary>
    /// The counts nearest to the middle of their bounds that agree with every sum: the best guess without knowing more.
    /// </summary>
    /// <remarks>
    /// Projection on the sums and the bounds in turn: Boyle, J.P. and Dykstra, R.L. (1986). A method for finding
    /// projections onto the intersection of convex sets in Hilbert spaces. Lecture Notes in Statistics 37, 28–47.
    /// </remarks>
    public IReadOnlyList<double> Estimate()
    {
        var known = Propagate();
        var guess = known.Select(k => k.High is { } high ? (k.Low + high) / 2d : k.Low).ToArray();
        var (owedBySum, owedByCell) = (new double[_sums.Length], new double[_cells.Length]);
        for (var (round, moved) = (0, double.MaxValue); round < 20_000 && moved > 1e-9; round++)
        {
            var before = guess.ToArray();
            for (var at = 0; at < _sums.Length; at++)
                owedBySum[at] = Project(_sums[at], guess, owedBySum[at]);
            for (var cell = 0; cell < guess.Length; cell++)
            {
                var free = guess[cell] + owedByCell[cell];
                guess[cell] = Math.Clamp(free, known[cell].Low, known[cell].High ?? double.MaxValue);
                owedByCell[cell] = free - guess[cell];
            }

            moved = guess.Zip(before, (now, then) => Math.Abs(now - then)).DefaultIfEmpty().Max();
        }

        return guess;
    }

    /// <summary>How the attack went, held against the counts that were hidden.</summary>
    /// <param name="truth">The counts themselves, in the order of the cells.</param>
    public AttackReport Report(IReadOnlyList<long> truth)
    {
        var (solved, guessed) = (Solve(), Estimate());
        foreach (var (range, count) in solved.Zip(truth))
            if (!range.Contains(count))
                throw new InvalidOperationException($"{count} is not in {range}: these are not the counts attacked.");

        var hidden = Enumerable.Range(0, _cells.Length).Where(cell => !_cells[cell].Known.IsOne).ToArray();
        return new AttackReport
        {
            Cells = hidden.Length,
            Recovered = hidden.Count(cell => solved[cell].IsOne),
            SmallestWidth = hidden.Min(cell => solved[cell].Width),
            GuessedRight = hidden.Count(cell => (long)Math.Round(guessed[cell]) == truth[cell]),
        };
    }

    private Feasible[] Propagate(Feasible[] known)
    {
        var waiting = new Queue<int>(Enumerable.Range(0, _sums.Length));
        while (waiting.TryDequeue(out var at))
        {
            foreach (var cell in Tighten(_sums[at], known))
                foreach (var other in _sumsOf[cell].Where(other => !waiting.Contains(other)))
                    waiting.Enqueue(other);
        }

        return known;
    }

    /// <summary>What a sum leaves for each of its cells when the others take their least, or their most.</summary>
    private List<int> Tighten(KnownSum sum, Feasible[] known)
    {
        var least = sum.Cells.Sum(cell => known[cell].Low);
        var open = sum.Cells.Count(cell => known[cell].High is null);
        var most = sum.Cells.Sum(cell => known[cell].High ?? 0);
        var moved = new List<int>();
        foreach (var cell in sum.Cells)
        {
            var own = known[cell];
            var high = sum.High - (least - own.Low);
            long? low = open == 0 || (open == 1 && own.High is null) ? sum.Low - (most - (own.High ?? 0)) : null;
            var tighter = new Feasible(Math.Max(own.Low, low ?? 0), Lesser(own.High, high));
            if (tighter == own)
                continue;
            if (tighter.High < tighter.Low)
                throw new InvalidOperationException($"No counts fit: {_cells[cell].Name} would be {tighter}.");

            (known[cell], least) = (tighter, least + tighter.Low - own.Low);
            (open, most) = (open - (own.High is null && tighter.High is not null ? 1 : 0),
                most + (tighter.High ?? 0) - (own.High ?? 0));
            moved.Add(cell);
        }

        return moved;
    }

    private static long? Lesser(long? one, long? other) => one is null || other < one ? other : one;

    private static double Project(KnownSum sum, double[] guess, double owed)
    {
        var total = 0d;
        foreach (var cell in sum.Cells)
            total += guess[cell] += owed;
        var (low, high) = (sum.Low, sum.High ?? double.MaxValue);
        var share = (total - Math.Clamp(total, low, high)) / sum.Cells.Count;
        foreach (var cell in sum.Cells)
            guess[cell] -= share;
        return share;
    }
}
