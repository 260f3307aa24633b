using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Checks a file of contract <c>gemeente-kerncijfers</c>, version 1: rows in, facts or findings out.</summary>
internal static class KerncijfersCheck
{
    /// <param name="csv">The rows as CSV.</param>
    /// <param name="name">The file's name, already checked.</param>
    /// <param name="areas">The gemeente's areas by boundary year.</param>
    /// <param name="list">The gemeente's list of key figures.</param>
    /// <param name="cancel">Stops the check between two rows.</param>
    public static CheckedFile Check(
        ReadOnlyMemory<byte> csv, KerncijfersFileName name, IReadOnlyDictionary<int, MunicipalityAreas> areas,
        KeyFigureList list, CancellationToken cancel)
    {
        var schema = TableSchema.Of(ContractName.GemeenteKerncijfers);
        var text = CsvForm.WithoutByteOrderMark(csv.Span);
        var rows = new CsvRows(text, schema.Dialect.Delimiter, schema.Fields.Count + 1);
        if (WholeFileObjection(text, ref rows, schema, areas) is { } objection)
            return new UnreadableFile(objection);
        var findings = new Findings();
        var reading = new KerncijfersRows(name, areas, list, findings);
        while (rows.Read())
        {
            cancel.ThrowIfCancellationRequested();
            reading.Take(in rows);
        }
        if (reading.Count == 0)
            findings.Add(Finding.OfFile(FindingCode.FileNoFigures, ""));
        return new CheckedKeyFigures(reading.Facts, reading.Count, reading.ForeignMunicipalities, findings);
    }

    private static Finding? WholeFileObjection(
        ReadOnlySpan<byte> text, ref CsvRows rows, TableSchema schema,
        IReadOnlyDictionary<int, MunicipalityAreas> areas)
    {
        if (CsvForm.Objection(text, schema.Dialect.Delimiter) is { } unreadable)
            return unreadable;
        rows.Read();
        return CsvHeader.Objection(in rows, schema)
            ?? (areas.Count == 0 ? Finding.OfFile(FindingCode.BoundaryYearNone, "") : null);
    }
}
