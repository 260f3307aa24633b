using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A count as a delivery states it; never changed once stored.</summary>
/// <param name="Week">The ISO week.</param>
/// <param name="BoundaryYear">Whose boundaries the area's code belongs to.</param>
/// <param name="Area">A neighbourhood, or the municipality when the place is unknown.</param>
/// <param name="Category">An offence class or incident code; never a group.</param>
/// <param name="Weekday">1 (Monday) to 7, or 0: not known.</param>
/// <param name="Daypart">Part of the day, or unknown.</param>
/// <param name="Count">0 to 9999.</param>
public readonly record struct Fact(
    IsoWeek Week, int BoundaryYear, AreaCode Area, CategoryCode Category, int Weekday, Daypart Daypart, int Count);
