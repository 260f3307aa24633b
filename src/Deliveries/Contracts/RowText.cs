namespace Twente.Igw.Deliveries;

/// <summary>The rows of a file as the CSV of its contract, whatever form the file has.</summary>
/// <param name="Csv">The text in UTF-8; empty when the file could not be read.</param>
internal sealed record RowText(ReadOnlyMemory<byte> Csv)
{
    /// <summary>File names end in one of these; the end says in which form the file is.</summary>
    public static readonly string[] Extensions = [".csv", Workbook];

    public const string Workbook = ".xlsx";

    /// <summary>The sheet of the workbook the rows come from; empty for CSV.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>Sheets with the same header, of which nothing was read.</summary>
    public IReadOnlyList<string> OtherSheets { get; init; } = [];

    /// <summary>Why the file cannot be read at all, or null.</summary>
    public Finding? Finding { get; init; }

    /// <summary>The form a supplier's own file has by its name, capitals or not; null when it has neither.</summary>
    public static string? FormOf(string fileName) =>
        Array.Find(Extensions, e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    public static RowText Unreadable(Finding finding) => new(ReadOnlyMemory<byte>.Empty) { Finding = finding };

    public static async Task<RowText> Read(DeliveredFile file, TableSchema schema, CancellationToken cancel)
    {
        if (!file.FileName.EndsWith(Workbook, StringComparison.Ordinal))
            return new RowText(await File.ReadAllBytesAsync(file.Path, cancel));
        await using var stream = File.OpenRead(file.Path);
        return ReadWorkbook.Execute(stream, schema, cancel);
    }
}
