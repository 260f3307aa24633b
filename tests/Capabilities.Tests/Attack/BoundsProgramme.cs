using Google.OrTools.LinearSolver;

namespace Twente.Igw.Capabilities.Tests.Attack;

/// <summary>The least and the most of each count under all sums together, by linear programming.</summary>
internal sealed class BoundsProgramme : IDisposable
{
    private const double Precision = 1e-7;

    private readonly IReadOnlyList<Feasible> _known;
    private readonly Solver _solver = Solver.CreateSolver("GLOP");
    private readonly Variable[] _counts;

    // What some solution gave each count: where that is its known bound already, nothing is left to find.
    private readonly double[] _least;
    private readonly double[] _most;

    public BoundsProgramme(IReadOnlyList<Feasible> known, IReadOnlyList<KnownSum> sums)
    {
        _known = known;
        _counts = [.. known.Select(k => _solver.MakeNumVar(k.Low, k.High ?? double.PositiveInfinity, ""))];
        _least = [.. known.Select(_ => double.MaxValue)];
        _most = [.. known.Select(_ => double.MinValue)];
        foreach (var sum in sums)
        {
            var row = _solver.MakeConstraint(sum.Low, sum.High ?? double.PositiveInfinity);
            foreach (var cell in sum.Cells)
                row.SetCoefficient(_counts[cell], 1);
        }
    }

    /// <summary>The bounds of one count, rounded inward to whole numbers.</summary>
    public Feasible Of(int cell)
    {
        var known = _known[cell];
        if (!known.IsOne && _least[cell] > known.Low + Precision)
            Seek(cell, maximise: false);

        var ends = true;
        if (!known.IsOne && !(_most[cell] >= known.High - Precision))
            ends = Seek(cell, maximise: true);
        return known.IsOne ? known : new Feasible(
            (long)Math.Ceiling(_least[cell] - Precision), ends ? (long)Math.Floor(_most[cell] + Precision) : null);
    }

    /// <summary>The bounds of a sum of counts, rounded inward to whole numbers.</summary>
    public Feasible OfSum(IReadOnlyList<int> cells)
    {
        var most = Sum(cells, maximise: true);
        return new Feasible(
            (long)Math.Ceiling(Sum(cells, maximise: false)!.Value - Precision),
            most is { } end ? (long)Math.Floor(end + Precision) : null);
    }

    public void Dispose() => _solver.Dispose();

    /// <summary>Null when the sum can be any number.</summary>
    private double? Sum(IReadOnlyList<int> cells, bool maximise)
    {
        var objective = _solver.Objective();
        objective.Clear();
        foreach (var cell in cells)
            objective.SetCoefficient(_counts[cell], 1);
        objective.SetOptimizationDirection(maximise);
        return _solver.Solve() switch
        {
            Solver.ResultStatus.OPTIMAL => objective.Value(),
            Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE when maximise => null,
            var status => throw new InvalidOperationException($"The solver says {status}."),
        };
    }

    /// <summary>False when the count can be any number.</summary>
    private bool Seek(int cell, bool maximise)
    {
        var objective = _solver.Objective();
        objective.Clear();
        objective.SetCoefficient(_counts[cell], 1);
        objective.SetOptimizationDirection(maximise);
        var status = _solver.Solve();

        // Before solving, the solver does not tell what has no end from what has no solution; a least there was.
        if (maximise && _known[cell].High is null
            && status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE)
            return false;
        if (status != Solver.ResultStatus.OPTIMAL)
            throw new InvalidOperationException($"The solver says {status}.");

        for (var at = 0; at < _counts.Length; at++)
        {
            var value = _counts[at].SolutionValue();
            (_least[at], _most[at]) = (Math.Min(_least[at], value), Math.Max(_most[at], value));
        }

        return true;
    }
}
