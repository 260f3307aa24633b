using Twente.Igw.Figures;
using Twente.Igw.Web.Drawings;

namespace Twente.Igw.Web.Tests.Drawings.Gallery;

/// <summary>Texts of figures in the gallery.</summary>
internal static class Text
{
    public static FigureText Of(string id, string title, string unit, WeekRange weeks, bool provisional = false) =>
        new()
        {
            Id = id, Title = title, Unit = unit, Period = WeekText.Of(weeks), Source = "politie, weeklevering",
            CsvAddress = $"/cijfers.csv?figuur={id}", Known = "t/m week 52, ontvangen 29-12-2025",
            HeadingLevel = id.StartsWith("spark", StringComparison.Ordinal) ? 3 : 2, Provisional = provisional,
        };
}
