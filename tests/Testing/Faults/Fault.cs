using System.Diagnostics;
using Xunit;

namespace Twente.Igw.Testing;

/// <summary>
/// A fault that is tried a number of times: few in an ordinary run, many when <c>IGW_FAULTS</c> is <c>full</c>. What
/// came of it is one line, which <c>tests/faults</c> gathers into a table.
/// </summary>
public sealed class Fault : IDisposable
{
    private readonly string _name;
    private readonly Engine _engine;
    private readonly Dictionary<string, List<double>> _figures = new(StringComparer.Ordinal);
    private readonly List<string> _said = [];
    private readonly long _began = Stopwatch.GetTimestamp();
    private bool _held;

    /// <param name="name">Its number and what happens.</param>
    /// <param name="engine">On which engine.</param>
    /// <param name="briefly">How often in an ordinary run.</param>
    /// <param name="fully">How often in a full one.</param>
    public Fault(string name, Engine engine, int briefly, int fully) =>
        (_name, _engine, Times) = (name, engine, IsFull ? fully : briefly);

    public static bool IsFull => Environment.GetEnvironmentVariable("IGW_FAULTS") == "full";

    public int Times { get; }

    /// <summary>Notes how long something took.</summary>
    public void Note(string what, TimeSpan took) => Note(what, took.TotalSeconds);

    /// <summary>Notes a figure; of several the middle, the 95th percentile and the largest are told.</summary>
    public void Note(string what, double value)
    {
        if (!_figures.TryGetValue(what, out var values))
            _figures.Add(what, values = []);
        values.Add(value);
    }

    /// <summary>The largest figure noted under this name.</summary>
    public double Most(string what) => _figures[what].Max();

    public void Say(FormattableString what) => _said.Add(FormattableString.Invariant(what));

    /// <summary>The last statement of the test: everything held.</summary>
    public void Held() => _held = true;

    public void Dispose()
    {
        var took = Stopwatch.GetElapsedTime(_began);
        var line = FormattableString.Invariant(
            $"{_name}|{_engine}|{Times}|{(_held ? "held" : "FAILED")}|{took.TotalSeconds:N0} s|{Figures()}");
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        if (Environment.GetEnvironmentVariable("IGW_FAULTS_REPORT") is { Length: > 0 } report)
            File.AppendAllText(report, line + "\n");
    }

    private string Figures() => string.Join("; ", _figures.Select(f => $"{f.Key} {Of(f.Value)}").Concat(_said));

    private static string Of(List<double> values)
    {
        double[] ordered = [.. values.Order()];
        var p95 = ordered[(int)Math.Ceiling(0.95 * ordered.Length) - 1];
        return ordered.Length == 1
            ? FormattableString.Invariant($"{ordered[0]:0.00}")
            : FormattableString.Invariant(
                $"p50 {ordered[(ordered.Length - 1) / 2]:0.00} p95 {p95:0.00} max {ordered[^1]:0.00}");
    }
}
