using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Contract <c>politie-week-district</c> as a gemeente sees it: her part of a district file, cut out by the platform. A
/// district file itself is for no single gemeente and is set apart when one of them finds it in her drop folder.
/// </summary>
internal sealed class PolitieWeekDistrictContract(
    ReadKnown known, CategoryStore categories, WeighPlausibility weigh, CountWeeks weeks)
    : WeeklyContract(known, categories, weigh, weeks)
{
    public override string Name => ContractName.PolitieWeekDistrict;

    public override NameReading Read(string fileName) => DistrictFileName.Read(fileName) switch
    {
        { Name: { Part: { } municipality } name } =>
            new NameReading { Municipality = municipality, Weeks = name.Weeks },
        { Finding: { } finding } => NameReading.Wrong(finding) with { IsForSeveral = true },
        _ => NameReading.Wrong(Finding.OfFile(FindingCode.FileDistrict, fileName)) with { IsForSeveral = true },
    };
}
