using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>Holds the first row of a file to the columns of its contract: the same names in the same order.</summary>
internal static class CsvHeader
{
    /// <summary>The one thing that is wrong with the header, or null.</summary>
    /// <param name="row">The first row; one field more than the contract has columns must be kept.</param>
    /// <param name="schema">The contract.</param>
    public static Finding? Objection(in CsvRows row, TableSchema schema)
    {
        if (row.Fault != CsvFault.None)
            return Finding.At(row.Line, row.FaultColumn, FindingCode.RowQuote, "\"");

        // Of more fields than columns the first few already hold one that is unknown or there twice.
        var places = new int[Math.Min(row.Columns, schema.Fields.Count + 1)];
        for (var i = 0; i < places.Length; i++)
            places[i] = PlaceOf(row[i], schema);

        if (FirstDuplicate(places) is >= 0 and var twice)
            return At(row, twice, FindingCode.HeaderDuplicateColumn, schema);
        var missing = Array.FindIndex([.. Enumerable.Range(0, schema.Fields.Count)], place => !places.Contains(place));
        var extra = Array.IndexOf(places, -1);

        // A renamed column is both missing and extra; what stands in the file can be pointed at.
        if (missing >= 0 && (extra < 0 || row.Columns < schema.Fields.Count))
            return Missing(row, missing, schema);
        if (extra >= 0)
            return At(row, extra, FindingCode.HeaderExtraColumn, schema);
        var moved = places.Index().FirstOrDefault(p => p.Item != p.Index, (Index: -1, Item: -1)).Index;
        return moved >= 0 ? At(row, moved, FindingCode.HeaderColumnOrder, schema) : null;
    }

    private static int FirstDuplicate(int[] places)
    {
        for (var i = 1; i < places.Length; i++)
        {
            if (places[i] >= 0 && places.AsSpan(0, i).Contains(places[i]))
                return i;
        }

        return -1;
    }

    private static Finding Missing(in CsvRows row, int place, TableSchema schema) => Finding.At(
        row.Line, place + 1, FindingCode.HeaderMissingColumn, schema.Fields[place].Name, schema.Header);

    private static Finding At(in CsvRows row, int index, string code, TableSchema schema) =>
        Finding.At(row.LineOf(index), index + 1, code, PrintableValue.Of(row[index]), schema.Header);

    private static int PlaceOf(ReadOnlySpan<byte> name, TableSchema schema)
    {
        for (var i = 0; i < schema.Fields.Count; i++)
        {
            if (Ascii.Equals(name, schema.Fields[i].Name))
                return i;
        }

        return -1;
    }
}
