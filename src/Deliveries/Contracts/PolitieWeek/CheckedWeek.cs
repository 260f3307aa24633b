using Twente.Igw.Figures;

namespace Twente.Igw.Deliveries;

/// <summary>What a file states about one week.</summary>
/// <param name="Week">The week.</param>
/// <param name="BoundaryYear">
/// Boundary year of its rows. A quiet week has none of its own and takes that of the week before it in the file, else
/// of the first week that has rows, else the newest year that is loaded.
/// </param>
/// <param name="Rows">Number of rows; 0 for a quiet week.</param>
/// <param name="Total">Sum of <c>aantal</c>.</param>
internal sealed record CheckedWeek(IsoWeek Week, int BoundaryYear, int Rows, long Total);
