using Twente.Igw.Figures;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// Colours of a comparison, blue for lower and orange for higher. The verdict decides, not the ratio: a difference that
/// may be chance keeps the colour of no difference, however large it looks.
/// </summary>
internal static class Deviation
{
    private const double Half = 0.5;
    private const double Double = 2;
    private const int NoDifference = 3;

    public static readonly ClassScale Scale = new(
        "d", ["hooguit de helft", "lager", "geen duidelijk verschil", "hoger", "minstens het dubbele"], []);

    /// <summary>1 to 5; null when there is no verdict to colour.</summary>
    public static int? ClassOf(RowComparison? compared) => compared?.Verdict switch
    {
        "lager" => compared.Ratio <= Half ? 1 : 2,
        "hoger" => compared.Ratio is null or >= Double ? 5 : 4,
        "vergelijkbaar" or "geen duidelijk verschil" => NoDifference,
        _ => null,
    };
}
