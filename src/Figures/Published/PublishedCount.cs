using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A count as the police publish it themselves; never added to what gemeenten receive every week.</summary>
/// <param name="Period">Month or year.</param>
/// <param name="Area">Gemeente, district or neighbourhood.</param>
/// <param name="Category">An offence class, or <c>0.0.0</c>: all offences.</param>
/// <param name="Count">Null is "not known", never zero.</param>
public readonly record struct PublishedCount(
    PublishedPeriod Period, AreaCode Area, CategoryCode Category, int? Count);
