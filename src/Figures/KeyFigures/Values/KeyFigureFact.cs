using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A value as an import or delivery states it; never changed once stored.</summary>
/// <param name="Figure">Which key figure.</param>
/// <param name="Period">What period it is about.</param>
/// <param name="BoundaryYear">Whose boundaries the area's code belongs to.</param>
/// <param name="Area">Municipality, district or neighbourhood.</param>
/// <param name="Value">The value; stated as "not known" is something else than not stated.</param>
public readonly record struct KeyFigureFact(
    KeyFigureCode Figure, KeyFigurePeriod Period, int BoundaryYear, AreaCode Area, KeyFigureValue Value)
{
    /// <summary>What it is part of.</summary>
    public KeyFigureUnit Unit => new(Area.Municipality, Figure, Period, Area.Level);
}

/// <summary>
/// What is replaced as a whole: one key figure of one period, on one level of one municipality. A later delivery with
/// any row of it replaces all of it, and leaves other figures, periods and levels alone.
/// </summary>
public readonly record struct KeyFigureUnit(
    AreaCode Municipality, KeyFigureCode Figure, KeyFigurePeriod Period, AreaLevel Level);

/// <summary>Which import or delivery counts for a unit, and on which boundaries.</summary>
/// <param name="Content">Hash of the unit's values, by which an import sees that nothing changed.</param>
public readonly record struct CountingUnit(KeyFigureUnit Unit, long Delivery, int BoundaryYear, string Content);
