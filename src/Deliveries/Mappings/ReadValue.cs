using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What a value becomes, or why it becomes nothing.</summary>
/// <param name="Text">As the contract writes it.</param>
/// <param name="Objection">A <see cref="FindingCode"/>, or null.</param>
/// <param name="Detail">What the rule's sentence leaves open.</param>
internal readonly record struct MappedValue(string Text, string? Objection = null, object? Detail = null);

/// <summary>
/// Reads the values of one source column by its rule. Remembers what it read: a column has few different values.
/// </summary>
internal sealed class ReadValue(ColumnRule rule, TableField field, NamedAreas areas)
{
    private const int MostRemembered = 50_000;

    private static readonly string[] Weekdays =
        ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"];

    private readonly Dictionary<string, string> _list = rule.List
        .GroupBy(l => FoldedText.Of(l.Key), StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);

    private readonly Dictionary<(string Value, string Beside), MappedValue> _read = [];

    /// <param name="value">As it stands in the file.</param>
    /// <param name="beside">Year of a week number, or the boundary year of an area.</param>
    public MappedValue Execute(string value, string beside)
    {
        if (_read.TryGetValue((value, beside), out var known))
            return known;
        var read = _list.TryGetValue(FoldedText.Of(value), out var listed)
            ? new MappedValue(listed)
            : Read(value, value.Trim(), beside);
        if (_read.Count < MostRemembered)
            _read.Add((value, beside), read);
        return read;
    }

    private MappedValue Read(string value, string text, string beside)
    {
        if (rule.Form == ValueForm.AsIs)
            return new(value);
        if (text.Length == 0 && !field.Constraints.Required)
            return new("");
        return rule.Form switch
        {
            ValueForm.Listed => new(value, FindingCode.MappingValueUnknown, field.Name),
            ValueForm.WeekNumber => Week(text, beside),
            ValueForm.WeekdayName => WeekdayOf(value, text),
            ValueForm.DaypartOfTime => DaypartOf(value, text),
            ValueForm.NeighbourhoodName => areas.Find(value, beside, AreaLevel.Neighbourhood),
            ValueForm.DistrictName => areas.Find(value, beside, AreaLevel.District),
            _ => WrittenMoment.TryReadDate(text, out var date)
                ? new(OfDate(date))
                : new(value, FindingCode.MappingDate),
        };
    }

    private string OfDate(DateOnly date) => rule.Form switch
    {
        ValueForm.WeekOfDate => IsoWeek.Of(NodaTime.LocalDate.FromDateOnly(date)).ToString(),
        ValueForm.MonthOfDate => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ValueForm.YearOfDate => date.ToString("yyyy", CultureInfo.InvariantCulture),
        ValueForm.WeekdayOfDate => $"{(((int)date.DayOfWeek + 6) % 7) + 1}",
        _ => throw new InvalidOperationException($"{rule.Form} does not read a date."),
    };

    private static MappedValue Week(string text, string year) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var week)
        && int.TryParse(year.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var of)
        && IsoWeek.TryCreate(of, week, out var found)
            ? new(found.ToString())
            : new(text, FindingCode.MappingWeekNumber, year);

    private static MappedValue WeekdayOf(string value, string text)
    {
        const int shortest = 2;
        var day = FoldedText.Of(text).TrimEnd('.');
        var at = Array.FindIndex(
            Weekdays, d => d == day || (day.Length == shortest && d.StartsWith(day, StringComparison.Ordinal)));
        return at >= 0 ? new($"{at + 1}") : new(value, FindingCode.MappingWeekday);
    }

    private static MappedValue DaypartOf(string value, string text)
    {
        const int hours = 6;
        if (!WrittenMoment.TryReadTime(text, out var time))
            return new(value, FindingCode.MappingTime);
        return new((time.Hour / hours) switch { 0 => "nacht", 1 => "ochtend", 2 => "middag", _ => "avond" });
    }
}
