namespace Twente.Igw.Areas;

/// <summary>One area in one boundary year. A null count is "not known" (a CBS sentinel), never zero.</summary>
/// <param name="Code">Its CBS code.</param>
/// <param name="Name">Its CBS name.</param>
/// <param name="Parent">
/// District of a neighbourhood, municipality of a district and of a borough; null for a municipality.
/// </param>
/// <param name="Inhabitants">Inhabitants on 1 January of the boundary year; below municipality CBS rounds to 5.</param>
/// <param name="Households">Private households on 1 January of the boundary year.</param>
public sealed record Area(AreaCode Code, string Name, AreaCode? Parent, int? Inhabitants, int? Households);
