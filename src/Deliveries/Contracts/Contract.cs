using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A kind of delivery as one thing: its name and schema, how its files are named and checked, and what an accepted one
/// becomes. A new contract is a folder with a class of this kind and one line in <see cref="DeliveriesModule"/>.
/// </summary>
internal abstract class Contract
{
    /// <summary>As in agreements, file names and manifests.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// The contract under which its deliveries are stored and counted: another one where two forms of file state the
    /// same figures, so that those can never be added twice.
    /// </summary>
    public virtual string CountsAs => Name;

    public TableSchema Schema => TableSchema.Of(Name);

    /// <summary>Reads the name of a file, without folder.</summary>
    public abstract NameReading Read(string fileName);

    /// <summary>Checks every row against what the tenant knows; changes nothing.</summary>
    /// <param name="file">The file; its name was read and found right.</param>
    /// <param name="cancel">Stops the check.</param>
    public async Task<CheckedFile> Check(DeliveredFile file, CancellationToken cancel)
    {
        if (file.Mapped is { } mapped)
            return await CheckMapped(file, mapped, cancel);
        var rows = await RowText.Read(file, Schema, cancel);
        var check = rows.Finding is { } unreadable
            ? new UnreadableFile(unreadable)
            : await CheckRows(file, rows.Csv, cancel);
        check.Findings.NameSheet(rows.Sheet);
        return WithOtherSheets(check, rows);
    }

    /// <summary>The same check; what it finds is said of the supplier's own file.</summary>
    private async Task<CheckedFile> CheckMapped(DeliveredFile file, MappedRows mapped, CancellationToken cancel)
    {
        var check = await CheckRows(file, mapped.Csv, cancel);
        mapped.Locate(check.Findings);
        return mapped.Findings.Any
            ? new UnmappedFile(mapped, check)
            : WithOtherSheets(check, mapped.Source.Rows);
    }

    private static CheckedFile WithOtherSheets(CheckedFile check, RowText rows) =>
        rows.OtherSheets.Count == 0 ? check : check.WithWarning(
            Finding.OfFile(FindingCode.WarningOtherSheets, string.Join(", ", rows.OtherSheets), rows.Sheet));

    /// <summary>
    /// Holds a faultless file against what the supplier usually sends: findings that start with <c>plausibility.</c>
    /// make it wait for a person, those that start with <c>warning.</c> do not.
    /// </summary>
    public virtual Task<IReadOnlyList<Finding>> Weigh(
        TenantDb db, DeliveredFile file, CheckedFile check, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Finding>>([]);

    /// <summary>Checks the rows of a file as CSV; a row's line is the line it has in the file or the sheet.</summary>
    protected abstract Task<CheckedFile> CheckRows(
        DeliveredFile file, ReadOnlyMemory<byte> csv, CancellationToken cancel);

    /// <summary>Stores what an accepted file states and makes it count, in the caller's transaction.</summary>
    public abstract Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedFile check, CancellationToken cancel);

    /// <summary>Makes an accepted delivery count no more; what it took the place of counts again.</summary>
    public abstract Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel);

    /// <summary>Takes out of the database what a delivery that counts no more stated, and that it ever did.</summary>
    public abstract Task Erase(TenantDb db, long delivery, CancellationToken cancel);

    /// <summary>Whether all of an accepted delivery counts, so that the same bytes again change nothing.</summary>
    public abstract Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel);
}
