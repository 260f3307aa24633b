using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Name of a weekly police file, <c>politie-week_GM0153_2025-W05_2025-W07.csv</c>: whose figures it holds and which
/// whole weeks it states.
/// </summary>
public sealed record PolitieWeekFileName
{
    /// <summary>A file covers at most this many weeks, so that a backfill of eleven years is one file.</summary>
    public const int MaxWeeks = 600;

    private readonly string _extension;

    private PolitieWeekFileName(AreaCode municipality, WeekRange weeks, string extension) =>
        (Municipality, Weeks, _extension) = (municipality, weeks, extension);

    /// <summary>The gemeente the file is about.</summary>
    public AreaCode Municipality { get; }

    /// <summary>The weeks it replaces, 1 to 600.</summary>
    public WeekRange Weeks { get; }

    /// <summary>The name of a CSV file of these weeks.</summary>
    /// <exception cref="ArgumentException">No file may have that name.</exception>
    public static PolitieWeekFileName Of(AreaCode municipality, WeekRange weeks)
    {
        if (municipality.Level != AreaLevel.Municipality)
            throw new ArgumentException($"'{municipality}' is not a municipality.", nameof(municipality));
        if (weeks.Length > MaxWeeks)
            throw new ArgumentException($"{weeks} is more than {MaxWeeks} weeks.", nameof(weeks));
        return new(municipality, weeks, RowText.Extensions[0]);
    }

    /// <summary>Reads a name, without folder; when it is wrong the finding says which part of it.</summary>
    public static (PolitieWeekFileName? Name, Finding? Finding) Read(string fileName)
    {
        if (Array.Find(RowText.Extensions, e => fileName.EndsWith(e, StringComparison.Ordinal)) is not { } extension
            || fileName[..^extension.Length].Split('_') is not [var contract, var area, var first, var last])
            return (null, Finding.OfFile(FindingCode.FileName, fileName));
        if (contract != ContractName.PolitieWeek)
            return (null, Finding.OfFile(FindingCode.FileContract, contract, ContractName.PolitieWeek));
        if (!AreaCode.TryParse(area, out var municipality) || municipality.Level != AreaLevel.Municipality)
            return (null, Finding.OfFile(FindingCode.FileName, fileName));
        return WrongWeeks(fileName, first, last, out var weeks) is { } wrong
            ? (null, wrong)
            : (new(municipality, weeks, extension), null);
    }

    /// <summary>Why this file does not belong with a tenant, or null when it does.</summary>
    public Finding? Objection(AreaCode tenant) =>
        Municipality == tenant ? null : Finding.OfFile(FindingCode.FileMunicipality, Municipality.Code);

    public override string ToString() =>
        $"{ContractName.PolitieWeek}_{Municipality}_{Weeks.First}_{Weeks.Last}{_extension}";

    private static Finding? WrongWeeks(string fileName, string first, string last, out WeekRange weeks)
    {
        weeks = default;
        if (!HasWeekForm(first) || !HasWeekForm(last))
            return Finding.OfFile(FindingCode.FileName, fileName);
        if (!IsoWeek.TryParse(first, out var from))
            return Finding.OfFile(FindingCode.FileWeek, first);
        if (!IsoWeek.TryParse(last, out var to))
            return Finding.OfFile(FindingCode.FileWeek, last);
        if (to < from)
            return Finding.OfFile(FindingCode.FileWeekOrder, $"{from}_{to}");
        weeks = new WeekRange(from, to);
        return weeks.Length <= MaxWeeks
            ? null
            : Finding.OfFile(FindingCode.FileWeekCount, $"{from}_{to}", weeks.Length, MaxWeeks);
    }

    private static bool HasWeekForm(string s) =>
        s is [_, _, _, _, '-', 'W', _, _] && s.Where(char.IsAsciiDigit).Count() == 6;
}
