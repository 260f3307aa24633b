using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Whole weeks of one gemeente, which become facts. Every contract of this kind counts as <c>politie-week</c>: a week
/// that a supplier states in two forms is one week, and the newer statement replaces the older.
/// </summary>
internal abstract class WeeklyContract(
    ReadKnown known, CategoryStore categories, WeighPlausibility weigh, CountWeeks weeks) : Contract
{
    public sealed override string CountsAs => ContractName.CountsAs(Name);

    public override Task<IReadOnlyList<Finding>> Weigh(
        TenantDb db, DeliveredFile file, CheckedFile check, CancellationToken cancel) =>
        weigh.Execute(
            db, new Feed(CountsAs, file.Supplier), Read(file.NameInContract).Weeks!.Value, (CheckedWeeks)check, cancel);

    public override async Task Load(
        AuditedChange<TenantDb> change, Delivery delivery, CheckedFile check, CancellationToken cancel)
    {
        var stated = (CheckedWeeks)check;
        await weeks.Load(
            change, delivery, stated, stated.GroupTotals(await categories.Current(cancel)), cancel);
    }

    public override Task Withdraw(AuditedChange<TenantDb> change, Delivery delivery, CancellationToken cancel) =>
        weeks.Withdraw(change, delivery, cancel);

    public override Task Erase(TenantDb db, long delivery, CancellationToken cancel) =>
        weeks.Erase(db, delivery, cancel);

    public override Task<bool> StillCounts(TenantDb db, Delivery delivery, CancellationToken cancel) =>
        weeks.StillCount(db, delivery, cancel);

    protected override async Task<CheckedFile> CheckRows(
        DeliveredFile file, ReadOnlyMemory<byte> csv, CancellationToken cancel)
    {
        var read = Read(file.NameInContract);
        var name = PolitieWeekFileName.Of(read.Municipality!.Value, read.Weeks!.Value);
        return PolitieWeekCheck.Check(csv, name, await known.Execute(name.Municipality, cancel), cancel);
    }
}
