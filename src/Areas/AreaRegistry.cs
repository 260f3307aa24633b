namespace Twente.Igw.Areas;

/// <summary>
/// The areas this platform knows, read from the catalogue once and kept until the catalogue's version rises.
/// </summary>
public sealed class AreaRegistry
{
    /// <summary>The municipality's areas in one boundary year, or null when that year is not loaded for it.</summary>
    public ValueTask<MunicipalityAreas?> Find(AreaCode municipality, int boundaryYear, CancellationToken cancel) =>
        throw new NotSupportedException("Areas are read from the catalogue once they can be imported.");

    /// <summary>Boundary years loaded for a municipality, ascending; empty when it is not known.</summary>
    public ValueTask<IReadOnlyList<int>> Years(AreaCode municipality, CancellationToken cancel) =>
        throw new NotSupportedException("Areas are read from the catalogue once they can be imported.");

    /// <summary>Rises whenever areas are imported.</summary>
    public ValueTask<long> Version(CancellationToken cancel) =>
        throw new NotSupportedException("Areas are read from the catalogue once they can be imported.");
}
