using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Name of a district file, <c>politie-week-district_twente_2025-W05_2025-W07.csv</c>. Where the name of the district
/// is a gemeente's code it is her part of such a file.
/// </summary>
internal sealed record DistrictFileName(string District, WeekRange Weeks)
{
    private const int LongestDistrict = 40;

    /// <summary>The gemeente of which this is the part; null for a district file.</summary>
    public AreaCode? Part => AreaCode.TryParse(District, out var area) && area.Level == AreaLevel.Municipality
        ? area
        : null;

    /// <summary>The name of a gemeente's part, always CSV.</summary>
    public string PartFor(AreaCode municipality) =>
        $"{ContractName.PolitieWeekDistrict}_{municipality}_{Weeks.First}_{Weeks.Last}{RowText.Extensions[0]}";

    public static (DistrictFileName? Name, Finding? Finding) Read(string fileName)
    {
        var parts = fileName.Split('_');
        if (parts is not [ContractName.PolitieWeekDistrict, var district, var first, var last] || !IsDistrict(district))
            return (null, Finding.OfFile(FindingCode.FileDistrictName, fileName));
        // The weeks and what follows them are read as those of a file for one gemeente.
        var (weekly, finding) = PolitieWeekFileName.Read($"{ContractName.PolitieWeek}_GM0000_{first}_{last}");
        if (weekly is not null)
            return (new DistrictFileName(district, weekly.Weeks), null);
        return finding!.Code == FindingCode.FileName
            ? (null, Finding.OfFile(FindingCode.FileDistrictName, fileName))
            : (null, finding);
    }

    private static bool IsDistrict(string name) =>
        name.Length is > 0 and <= LongestDistrict && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
