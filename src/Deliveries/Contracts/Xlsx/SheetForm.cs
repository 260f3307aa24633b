namespace Twente.Igw.Deliveries;

/// <summary>Which sheet of a workbook is meant, and how it is written as CSV.</summary>
internal sealed record SheetForm
{
    public required char Delimiter { get; init; }

    /// <summary>Row of the titles, from 1.</summary>
    public required int HeaderRow { get; init; }

    /// <summary>How many columns a row has at least; null: as many as there are titles.</summary>
    public int? Columns { get; init; }

    /// <summary>Whether the sheet with this name and these titles is meant.</summary>
    public required Func<string, IReadOnlyList<string>, bool> IsMeant { get; init; }

    /// <summary>The sheet that has the header of a contract.</summary>
    public static SheetForm Of(TableSchema schema) => new()
    {
        Delimiter = schema.Dialect.Delimiter, HeaderRow = 1, Columns = schema.Fields.Count,
        IsMeant = (_, cells) => cells.SequenceEqual(schema.Fields.Select(f => f.Name), StringComparer.Ordinal),
    };
}
