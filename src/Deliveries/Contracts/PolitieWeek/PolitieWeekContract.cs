using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>Contract <c>politie-week</c>: the weekly police figures of one gemeente.</summary>
internal sealed class PolitieWeekContract(
    ReadKnown known, CategoryStore categories, WeighPlausibility weigh, CountWeeks weeks)
    : WeeklyContract(known, categories, weigh, weeks)
{
    public override string Name => ContractName.PolitieWeek;

    public override NameReading Read(string fileName) => PolitieWeekFileName.Read(fileName) switch
    {
        { Name: { } name } => new NameReading { Municipality = name.Municipality, Weeks = name.Weeks },
        { Finding: var finding } => NameReading.Wrong(finding!),
    };
}
