using Twente.Igw.Areas;

namespace Twente.Igw.Deliveries;

/// <summary>The names of a gemeente's areas, as people write them, by boundary year and level.</summary>
internal sealed class NamedAreas(CheckAgainst known)
{
    private readonly Dictionary<(string Year, AreaLevel Level), ILookup<string, string>> _names = [];

    /// <summary>The code of an area by its name, or by its code as it is.</summary>
    public MappedValue Find(string name, string year, AreaLevel level)
    {
        if (AreaCode.TryParse(name.Trim(), out var code))
            return new(code.Code);
        if (Names(year, level) is not { } names)
            return new(name, FindingCode.BoundaryYearUnknown, string.Join(", ", known.Areas.Keys.Order()));
        string[] found = [.. names[FoldedText.Of(name)]];
        return found.Length switch
        {
            1 => new(found[0]),
            0 => new(name, FindingCode.MappingAreaUnknown, year),
            _ => new(name, FindingCode.MappingAreaAmbiguous, string.Join(", ", found)),
        };
    }

    private ILookup<string, string>? Names(string year, AreaLevel level)
    {
        if (_names.TryGetValue((year, level), out var names))
            return names;
        if (!int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !known.Areas.TryGetValue(number, out var areas))
            return null;
        return _names[(year, level)] = areas.At(level).ToLookup(
            a => FoldedText.Of(a.Name), a => a.Code.Code, StringComparer.Ordinal);
    }
}
