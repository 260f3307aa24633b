using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Contract <c>gemeente-kerncijfers</c>: a gemeente's own key figures per period and area.</summary>
internal sealed class GemeenteKerncijfersContract(
    ReadKnown known, KeyFigureStore figures, CountKeyFigures counted) : Contract
{
    public override string Name => ContractName.GemeenteKerncijfers;

    public override NameReading Read(string fileName) => KerncijfersFileName.Read(fileName) switch
    {
        { Name: { } name } => new NameReading { Municipality = name.Municipality },
        { Finding: var finding } => NameReading.Wrong(finding!),
    };

    public override Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedFile check, CancellationToken cancel) =>
        counted.Load(change, delivery, (CheckedKeyFigures)check, cancel);

    public override Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel) =>
        counted.Withdraw(change, delivery, cancel);

    public override Task Erase(TenantDb db, long delivery, CancellationToken cancel) =>
        counted.Erase(db, delivery, cancel);

    public override Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        counted.StillCounts(db, delivery, cancel);

    protected override async Task<CheckedFile> CheckRows(
        DeliveredFile file, ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var name = KerncijfersFileName.Read(file.NameInContract).Name!;
        var areas = (await known.Execute(name.Municipality, cancel)).Areas;
        var list = (await figures.Refresh(cancel)).List;
        return KerncijfersCheck.Check(csv, name, areas, list, cancel);
    }
}
