using System.Diagnostics;
using System.Text;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Testing;

/// <summary>
/// Feeds mutated files to the checks of every contract and holds the answers against those of plain, slow code that was
/// written apart. Every file follows from the seed and its number, so that one can be looked at again.
/// </summary>
public sealed class FuzzRun(int seed)
{
    private const int MostKept = 20;

    private static readonly string[] Contracts =
        [ContractName.PolitieWeek, ContractName.PolitieWeekDistrict, ContractName.PolitieOpenData];

    private readonly List<string> _wrong = [];
    private long _began;
    private int _current;

    public int Files { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Archives among the files.</summary>
    public int Workbooks { get; private set; }

    /// <summary>Files in the layout of an invented supplier.</summary>
    public int Mapped { get; private set; }

    public int Crashes { get; private set; }

    /// <summary>Files of which the two checkers disagree, or of which the two forms have other findings.</summary>
    public int Differences { get; private set; }

    public TimeSpan Longest { get; private set; }

    /// <summary>The first files with which something is wrong.</summary>
    public IReadOnlyList<string> Wrong => _wrong;

    /// <summary>How long the file at hand has been checked; read by whoever watches for a hang.</summary>
    public TimeSpan Busy => Volatile.Read(ref _began) is > 0 and var began ? Stopwatch.GetElapsedTime(began) : default;

    /// <summary>Number of the file at hand.</summary>
    public int Current => Volatile.Read(ref _current);

    public void Execute(int files, CancellationToken cancel)
    {
        for (var number = 0; number < files; number++)
        {
            cancel.ThrowIfCancellationRequested();
            Volatile.Write(ref _current, number);
            Try(number, cancel);
            Files++;
        }

        Volatile.Write(ref _began, 0);
    }

    private void Try(int number, CancellationToken cancel)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var contract = FuzzWorld.Pick(Contracts, random);
        var right = FuzzWorld.RightFile(contract, random);
        Volatile.Write(ref _began, Stopwatch.GetTimestamp());
        try
        {
            if (random.Next(5) == 0)
                TryMapped(number, random, cancel);
            else if (random.Next(4) == 0)
                TryWorkbook(number, contract, right, random, cancel);
            else
                TryCsv(number, contract, new Mutator(random).Mutate(right), cancel);
        }
        catch (Exception crash) when (crash is not OperationCanceledException)
        {
            Crashes++;
            Note($"{number} {contract}: {crash}");
        }
    }

    private void TryCsv(int number, string contract, byte[] file, CancellationToken cancel)
    {
        var fast = Timed(contract, file, isWorkbook: false, cancel);
        var slow = NaiveContracts.Check(contract, NaiveCsv.Read(file));
        if (fast.Verdict != slow)
            Differ($"{number} {contract}: fast {fast.Verdict}, slow {slow}\n{Shown(file)}\n{Shown(fast.Findings)}");
    }

    /// <summary>
    /// A supplier's own layout, broken. What is accepted must say the same again in the form of the contract, and what
    /// is found must stand in the file.
    /// </summary>
    private void TryMapped(int number, Random random, CancellationToken cancel)
    {
        Mapped++;
        var began = Stopwatch.GetTimestamp();
        var (file, mapped, check) = MappedFile.Try(random, cancel);
        var took = Stopwatch.GetElapsedTime(began);
        Longest = took > Longest ? took : Longest;
        Accepted += check is { IsRefused: false } && !mapped.Findings.Any ? 1 : 0;
        if (MappedFile.Objection(file, mapped, check, cancel) is { } objection)
            Differ($"{number} mapped: {objection}\n{Shown(file)}");
    }

    private void TryWorkbook(int number, string contract, string right, Random random, CancellationToken cancel)
    {
        Workbooks++;
        var mutator = new Mutator(random);
        for (var times = random.Next(0, 3); times > 0; times--)
            right = mutator.MutateRows(right);
        var grid = GridOf(contract, right);
        var workbook = NaiveWorkbook.ToWorkbook(grid, random);
        SameInBothForms(number, contract, grid, workbook, cancel);

        var broken = new MutateWorkbook(random).Mutate(workbook);
        var fast = Timed(contract, broken, isWorkbook: true, cancel);
        // What another reader cannot read is ours to judge; what it reads otherwise must not be accepted.
        if (fast.Verdict.Accepted && NaiveWorkbook.Read(contract, broken) is { } seen
            && NaiveContracts.Check(contract, seen) is var slow && slow != fast.Verdict)
            Differ($"{number} {contract} workbook: fast {fast.Verdict}, slow {slow}\n"
                + Shown(NaiveWorkbook.ToCsv(seen)));
    }

    /// <summary>The same content as CSV and as workbook has the same findings, at the same places.</summary>
    private void SameInBothForms(
        int number, string contract, List<string[]> grid, WorkbookFile workbook, CancellationToken cancel)
    {
        var csv = Timed(contract, NaiveWorkbook.ToCsv(grid), isWorkbook: false, cancel);
        var xlsx = Timed(contract, workbook.ToBytes(), isWorkbook: true, cancel);
        if (csv.Verdict != xlsx.Verdict || !csv.Findings.Select(Place).SequenceEqual(xlsx.Findings.Select(Place)))
            Differ($"{number} {contract} forms:\n{Shown(NaiveWorkbook.ToCsv(grid))}\n{Shown(csv.Findings)}\n"
                + Shown(xlsx.Findings));
    }

    private (FuzzVerdict Verdict, IReadOnlyList<Finding> Findings) Timed(
        string contract, byte[] file, bool isWorkbook, CancellationToken cancel)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = FastContracts.Check(contract, file, isWorkbook, cancel);
        var took = Stopwatch.GetElapsedTime(began);
        Longest = took > Longest ? took : Longest;
        Accepted += answer.Verdict.Accepted ? 1 : 0;
        return answer;
    }

    /// <summary>Fields as a spreadsheet can hold them: no line ends and nothing XML has no sign for.</summary>
    private static List<string[]> GridOf(string contract, string text)
    {
        var rows = text.Split('\n').Select(line => line.TrimEnd('\r').Split(';').Select(field =>
            string.Concat(field.Trim('"').Where(c => c >= ' ' && c != '\ufeff'))).ToArray()).ToList();
        return NaiveWorkbook.Squared(rows, FuzzWorld.HeaderOf(contract).Split(';').Length);
    }

    private static (long, int, string, string) Place(Finding f) => (f.Line, f.Column, f.Code, f.Value);

    private static string Shown(byte[] file) =>
        Encoding.UTF8.GetString(file.AsSpan(0, Math.Min(file.Length, 2_000)))
            .Replace("\r", "\\r", StringComparison.Ordinal);

    private static string Shown(IEnumerable<Finding> findings) =>
        string.Join('\n', findings.Take(5).Select(f => $"  {f.Line}:{f.Column} {f.Code} '{f.Value}'"));

    private void Differ(string what)
    {
        Differences++;
        Note(what);
    }

    private void Note(string what)
    {
        if (_wrong.Count < MostKept)
            _wrong.Add(what);
    }
}
