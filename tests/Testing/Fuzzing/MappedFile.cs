using System.Text;
using Twente.Igw.Areas;
using Twente.Igw.Deliveries;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>A file of the fuzzed world in the layout of an invented supplier, more or less broken.</summary>
internal static class MappedFile
{
    private static readonly CheckAgainst Known = FuzzWorld.Known("GM0153");

    /// <summary>Makes, breaks, maps and checks one; no check when it does not say what it is about.</summary>
    public static (byte[] File, MappedRows Mapped, CheckedWeeks? Check) Try(Random random, CancellationToken cancel)
    {
        Fact[] facts =
        [
            .. Enumerable.Range(0, random.Next(1, 12)).Select(_ => Invent(random))
                .DistinctBy(f => f with { Count = 0 }),
        ];
        var (layout, file) = SupplierLayout.Of(facts, Known, random);
        file = Break(file, layout.FileName, random);
        var mapped = MapSource.Execute(file, layout.FileName, layout.Mapping, Known, cancel);
        if (mapped.FileName is null)
            return (file, mapped, null);
        var check = Check(mapped.Csv, mapped.FileName, cancel);
        if (check is not null)
            mapped.Locate(check.Findings);
        return (file, mapped, check);
    }

    /// <summary>What must hold of every file and does not of this one, or null.</summary>
    public static string? Objection(byte[] file, MappedRows mapped, CheckedWeeks? check, CancellationToken cancel)
    {
        // Of a file that cannot be read no rows are kept; one without the row of titles lacks it on that line.
        var lines = Math.Max(
            Math.Max(file.AsSpan().Count((byte)'\n'), mapped.Source.Rows.Csv.Span.Count((byte)'\n')) + 1,
            mapped.Source.HeaderLine);
        var found = mapped.Findings.Kept.Concat(check?.Findings.Kept ?? []);
        if (found.FirstOrDefault(f => f.Line > lines || f.Value.Any(char.IsControl)) is { } nowhere)
            return $"{file.Length} bytes: {nowhere} stands nowhere";
        if (check is null or { IsRefused: true })
            return mapped.Findings.Any || check is { IsRefused: true } || mapped.FileName is not null
                ? null : "refused without a finding";
        return Check(Printed(check), mapped.FileName!, cancel) is { IsRefused: false } again && again.Sum == check.Sum
            ? null : "what was accepted is refused in the form of the contract";
    }

    private static CheckedWeeks? Check(ReadOnlyMemory<byte> csv, string name, CancellationToken cancel) =>
        PolitieWeekFileName.Read(name).Name is { } read ? PolitieWeekCheck.Check(csv, read, Known, cancel) : null;

    private static byte[] Printed(CheckedWeeks check) => Encoding.UTF8.GetBytes(string.Concat(check.Facts().Select(f =>
        $"{f.Week};{f.BoundaryYear};{f.Area};{f.Category};{(f.Weekday == 0 ? "" : f.Weekday)};"
        + $"{FuzzWorld.Dayparts[(int)f.Daypart]};{f.Count}\n").Prepend(WeekFile.Header + "\n")));

    private static byte[] Break(byte[] file, string name, Random random)
    {
        if (random.Next(4) == 0)
            return file;
        if (name.EndsWith(".csv", StringComparison.Ordinal))
            return new Mutator(random).Mutate(Encoding.UTF8.GetString(file));
        for (var times = random.Next(1, 4); times > 0; times--)
            file[random.Next(file.Length)] = (byte)random.Next(256);
        return file;
    }

    private static Fact Invent(Random random) => new(
        IsoWeek.Parse(FuzzWorld.Pick(FuzzWorld.Weeks, random)), 2021,
        AreaCode.Parse(FuzzWorld.Pick([.. FuzzWorld.Areas["GM0153"][2021], "GM0153"], random)),
        CategoryCode.Parse(FuzzWorld.Pick(FuzzWorld.Categories, random)), random.Next(8), (Daypart)random.Next(5),
        random.Next(4));
}
