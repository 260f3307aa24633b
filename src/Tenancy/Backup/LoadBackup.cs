namespace Twente.Igw.Tenancy;

/// <summary>
/// Puts the rows of a backup into tables of the schema it was made with, and reads them back: what is committed has the
/// checksums of the backup.
/// </summary>
internal sealed class LoadBackup(DatabaseEngine engine)
{
    public async Task Execute(TenantDb db, BackupFile backup, Action<string> tell, CancellationToken cancel)
    {
        await using var transaction = await engine.BeginExclusive(db, cancel);
        foreach (var table in backup.Manifest.Tables)
        {
            await engine.Insert(db, BulkOf(table.Table), backup.Rows(table), cancel);
            tell(string.Create(CultureInfo.InvariantCulture, $"{table.Table.Name}: {table.Rows} rijen"));
        }
        foreach (var table in backup.Manifest.Tables)
            await RequireEqual(db, table, cancel);
        await transaction.CommitAsync(cancel);
        tell("teruggelezen: alle controlegetallen kloppen");
    }

    /// <summary>How rows of a table, as <see cref="ReadRows"/> hands them out, are loaded in bulk.</summary>
    public static BulkTable<StoredValue[]> BulkOf(StoredTable table) =>
        new(table.Name, [.. table.Columns.Select(ColumnOf)]);

    private static BulkColumn<StoredValue[]> ColumnOf(StoredColumn column, int at) => column switch
    {
        { IsNullable: false, Kind: StoredKind.Integer } => new(column.Name, Integer: row => (int)row[at].Number),
        { IsNullable: false, Kind: StoredKind.Long } => new(column.Name, Long: row => row[at].Number),
        { IsNullable: false, Kind: StoredKind.Text } => new(column.Name, Text: row => row[at].Text!),
        _ => new(column.Name, Any: row => row[at].ToProvider(column.Kind)),
    };

    private async Task RequireEqual(TenantDb db, BackupTable table, CancellationToken cancel)
    {
        await using var rows = await engine.Read(db, table.Table, cancel);
        var stored = await WriteRows.Execute(table.Table, rows, Stream.Null, cancel);
        if (stored.Sha256 != table.Sha256)
            throw new InvalidOperationException(
                $"{table.Table.Name} was stored otherwise than the backup says: {stored.Rows} rows, {stored.Sha256}.");
    }
}
