using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// What a supplier's file is about: the weeks or the year its name states, else those of its rows. A quiet week before
/// the first row or behind the last is then not stated, and keeps what was delivered for it.
/// </summary>
internal sealed class SpanOfRows(Mapping mapping, string fileName, AreaCode municipality)
{
    private readonly int? _week = MappedColumns.Find(TableSchema.Of(mapping.Contract), MappedColumns.Week);
    private readonly int? _period = MappedColumns.Find(TableSchema.Of(mapping.Contract), MappedColumns.Period);
    private readonly (int? Year, int? Week) _named = new FileNamePattern(mapping.FileName).Read(fileName);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private IsoWeek? _first;
    private IsoWeek? _last;
    private KeyFigurePeriod? _year;
    private bool _hasMoreYears;

    public void Add(string[] row)
    {
        if ((_week ?? _period) is not { } column || !_seen.Add(row[column]))
            return;
        if (_week is not null && IsoWeek.TryParse(row[column], out var week))
        {
            _first = _first is { } first && first < week ? first : week;
            _last = _last is { } last && last > week ? last : week;
        }
        else if (_period is not null && KeyFigurePeriod.TryParse(row[column], out var period)
            && KeyFigurePeriod.TryParse(row[column][..4], out var year) && year.Contains(period))
        {
            _hasMoreYears |= _year is { } other && other != year;
            _year = year;
        }
    }

    /// <summary>The name the file would have by its contract, or why it has none.</summary>
    public (string? Name, Finding? Finding) FileName() => mapping.Contract switch
    {
        ContractName.PolitieWeek => Weeks(),
        ContractName.GemeenteKerncijfers => Year(),
        _ => ($"{mapping.Contract}_vertaald{RowText.Extensions[0]}", null),
    };

    private (string?, Finding?) Weeks()
    {
        if (_named is { Year: { } year, Week: { } week })
            return IsoWeek.TryCreate(year, week, out var named)
                ? (NameOf($"{named}_{named}"), null)
                : (null, Finding.OfFile(FindingCode.FileWeek, fileName));
        return _first is null
            ? (null, Finding.OfFile(FindingCode.MappingNoWeeks, fileName))
            : (NameOf($"{_first}_{_last}"), null);
    }

    private (string?, Finding?) Year()
    {
        if (_named.Year is { } named)
            return (NameOf($"{named:0000}"), null);
        return _year is { } year && !_hasMoreYears
            ? (NameOf($"{year}"), null)
            : (null, Finding.OfFile(FindingCode.MappingNoPeriod, fileName));
    }

    private string NameOf(string span) => $"{mapping.Contract}_{municipality}_{span}{RowText.Extensions[0]}";
}
