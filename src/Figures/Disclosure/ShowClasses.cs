namespace Twente.Igw.Figures;

/// <summary>
/// The last gate of ring Lezen: whatever made the answer, no count from 1 to 19 leaves here, nor anything that was
/// calculated from one. What is protected by more than its own size was already hidden when the answer was made.
/// </summary>
internal static class ShowClasses
{
    /// <summary>The answer in classes; null for an answer that this ring does not have.</summary>
    public static IAnswer? Of(IAnswer answer) => answer switch
    {
        FigureAnswer figures => Of(figures),
        SeriesAnswer series => series with { Points = [.. series.Points.Select(Of)] },
        MomentsAnswer moments => Of(moments),

        // Public, or held back by its source where it is small.
        KeyFigureAnswer keyFigures => keyFigures,
        _ => null,
    };

    private static FigureAnswer Of(FigureAnswer answer)
    {
        var unknown = Of(answer.PlaceUnknown, answer.PlaceUnknownClass);
        return answer with
        {
            PlaceUnknown = unknown.Count,
            PlaceUnknownClass = unknown.Class,
            Rows = [.. answer.Rows.Select(Of)],
        };
    }

    private static FigureRow Of(FigureRow row)
    {
        var count = Of(row.Count, row.Class);
        return count.Class is null ? row : row with
        {
            Count = null,
            Class = count.Class,
            Per1000 = null,
            Lower = null,
            Upper = null,
            Sign = count.Class.IsShielded ? "x" : row.Sign == "." ? null : row.Sign,
            Compared = row.Compared is null ? null : RowComparison.NotShown(row.Compared.Verdict),
        };
    }

    private static SeriesPoint Of(SeriesPoint point)
    {
        var count = Of(point.Count, point.Class);
        var earlier = point.Earlier.Select((c, i) => Of(c, point.EarlierClasses?[i])).ToList();
        return point with
        {
            Count = count.Count,
            Class = count.Class,
            Earlier = [.. earlier.Select(e => e.Count)],
            EarlierClasses = [.. earlier.Select(e => e.Class)],
        };
    }

    /// <summary>Sums by weekday or daypart would give a cell back, so there are none.</summary>
    private static MomentsAnswer Of(MomentsAnswer answer)
    {
        var total = Of(answer.Total, answer.TotalClass);
        return answer with
        {
            Total = total.Count,
            TotalClass = total.Class,
            Rows = [.. answer.Rows.Select(row =>
            {
                var counts = row.Counts.Select((c, i) => Of(c, row.Classes?[i])).ToList();
                return row with
                {
                    Counts = [.. counts.Select(c => c.Count)], Classes = [.. counts.Select(c => c.Class)], Total = null,
                };
            })],
        };
    }

    private static ShownCount Of(int? count, CountClass? @class) =>
        @class is null ? ShowCounts.Alone(count) : new ShownCount(null, @class);
}
