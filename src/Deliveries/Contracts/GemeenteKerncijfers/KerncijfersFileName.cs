using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Name of a file with a gemeente's own key figures, <c>gemeente-kerncijfers_GM0153_2025.csv</c>: whose figures it
/// holds, and the period in which all its rows lie.
/// </summary>
/// <param name="Municipality">The gemeente the file is about.</param>
/// <param name="Period">A year, quarter, month or week.</param>
internal sealed record KerncijfersFileName(AreaCode Municipality, KeyFigurePeriod Period)
{
    /// <summary>Reads a name, without folder; when it is wrong the finding says which part of it.</summary>
    public static (KerncijfersFileName? Name, Finding? Finding) Read(string fileName)
    {
        if (Array.Find(RowText.Extensions, e => fileName.EndsWith(e, StringComparison.Ordinal)) is not { } extension
            || fileName[..^extension.Length].Split('_') is not [ContractName.GemeenteKerncijfers, var area, var period]
            || !AreaCode.TryParse(area, out var municipality) || municipality.Level != AreaLevel.Municipality)
            return (null, Finding.OfFile(FindingCode.FileKeyFigureName, fileName));
        return KeyFigurePeriod.TryParse(period, out var covered)
            ? (new KerncijfersFileName(municipality, covered), null)
            : (null, Finding.OfFile(FindingCode.FilePeriod, period));
    }
}
