using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Contract <c>politie-week</c>: whole weeks of one gemeente, which become facts.</summary>
internal sealed class PolitieWeekContract(
    ReadKnown known, CategoryTree categories, WeighPlausibility weigh, CountWeeks weeks) : Contract
{
    public override string Name => ContractName.PolitieWeek;

    public override NameReading Read(string fileName) => PolitieWeekFileName.Read(fileName) switch
    {
        { Name: { } name } => new NameReading { Municipality = name.Municipality, Weeks = name.Weeks },
        { Finding: var finding } => NameReading.Wrong(finding!),
    };

    protected override async Task<CheckedFile> CheckRows(
        DeliveredFile file, ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var name = NameOf(file);
        return PolitieWeekCheck.Check(csv, name, await known.Execute(name.Municipality, cancel), cancel);
    }

    public override Task<IReadOnlyList<Finding>> Weigh(
        TenantDb db, DeliveredFile file, CheckedFile check, CancellationToken cancel) =>
        weigh.Execute(
            db, new Feed(CountsAs, file.Supplier), NameOf(file).Weeks, (CheckedWeeks)check, cancel);

    public override Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedFile check, CancellationToken cancel)
    {
        var stated = (CheckedWeeks)check;
        return weeks.Load(change, delivery, stated, stated.GroupTotals(categories), cancel);
    }

    public override Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel) =>
        weeks.Withdraw(change, delivery, cancel);

    public override Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        weeks.StillCount(db, delivery, cancel);

    private static PolitieWeekFileName NameOf(DeliveredFile file) => PolitieWeekFileName.Read(file.FileName).Name!;
}
