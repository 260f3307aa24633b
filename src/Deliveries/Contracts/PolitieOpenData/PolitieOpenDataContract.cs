using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Contract <c>politie-opendata</c>: the table the police publish themselves. It holds all gemeenten; each tenant keeps
/// her own rows, apart from the weekly facts.
/// </summary>
internal sealed class PolitieOpenDataContract(
    ICurrentTenant current, ReadKnown known, CountPeriods periods) : Contract
{
    private const int LongestName = 40;

    public override string Name => ContractName.PolitieOpenData;

    public override NameReading Read(string fileName) =>
        fileName.Split('_') is [ContractName.PolitieOpenData, var rest]
        && Array.Find(RowText.Extensions, e => rest.EndsWith(e, StringComparison.Ordinal)) is { } extension
        && rest.Length > extension.Length && rest.Length <= extension.Length + LongestName
        && rest[..^extension.Length].All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? new NameReading()
            : NameReading.Wrong(Finding.OfFile(FindingCode.FileOpenDataName, fileName));

    public override Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedFile check, CancellationToken cancel) =>
        periods.Load(change, delivery, ((CheckedPublication)check).Counts, cancel);

    public override Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel) =>
        periods.Withdraw(change, delivery, cancel);

    public override Task Erase(TenantDb db, long delivery, CancellationToken cancel) =>
        periods.Erase(db, delivery, cancel);

    public override Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        periods.StillCount(db, delivery, cancel);

    protected override async Task<CheckedFile> CheckRows(
        DeliveredFile file, ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var municipality = AreaCode.Parse(current.Tenant.Id.Code);
        // The police publish their own classes, whatever a gemeente made of them.
        var offences = DefaultCategories.Tree.LeavesOf(DefaultCategories.Offences);
        return OpenDataCheck.Check(csv, await known.Execute(municipality, cancel), offences, cancel);
    }
}
