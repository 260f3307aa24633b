namespace Twente.Igw.Deliveries;

/// <summary>Checks a file of contract <c>politie-week</c>, version 1: bytes in, facts or findings out.</summary>
internal static class PolitieWeekCheck
{
    /// <summary>
    /// Time is linear in the file. Memory besides the file: 10 bytes for each row and 5 for each area and category of
    /// a week that has rows.
    /// </summary>
    /// <param name="file">The file byte for byte.</param>
    /// <param name="name">Its name, already checked.</param>
    /// <param name="known">What the tenant knows.</param>
    /// <param name="cancel">Stops the check between two rows.</param>
    public static CheckedWeeks Check(
        ReadOnlyMemory<byte> file, PolitieWeekFileName name, CheckAgainst known, CancellationToken cancel)
    {
        if (name.Municipality != known.Municipality)
            throw new ArgumentException($"{name} is checked against {known.Municipality}.", nameof(name));
        var findings = new Findings();
        var schema = TableSchema.Of(ContractName.PolitieWeek);
        var text = CsvForm.WithoutByteOrderMark(file.Span);
        var csv = new CsvRows(text, schema.Dialect.Delimiter, schema.Fields.Count + 1);
        if (WholeFileObjection(text, ref csv, schema, known) is { } objection)
        {
            findings.Add(objection);
            return CheckedWeeks.Unreadable(findings);
        }

        var rows = new PolitieWeekRows(name.Weeks, known, findings);
        while (csv.Read())
        {
            if ((rows.Count & 0xFFF) == 0)
                cancel.ThrowIfCancellationRequested();
            rows.Take(in csv);
        }

        return CheckedWeeks.Of(rows, findings);
    }

    private static Finding? WholeFileObjection(
        ReadOnlySpan<byte> text, ref CsvRows csv, TableSchema schema, CheckAgainst known)
    {
        if (CsvForm.Objection(text, schema.Dialect.Delimiter) is { } unreadable)
            return unreadable;
        csv.Read();
        return CsvHeader.Objection(in csv, schema)
            ?? (known.Areas.Count == 0
                ? Finding.OfFile(FindingCode.BoundaryYearNone, known.Municipality.Code)
                : null);
    }
}
