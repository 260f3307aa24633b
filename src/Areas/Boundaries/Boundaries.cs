using System.Collections.Concurrent;

namespace Twente.Igw.Areas;

/// <summary>The borders to draw maps with, read from file on first use and kept until an import changes them.</summary>
public sealed class Boundaries
{
    private readonly AreaRegistry _registry;
    private readonly BoundaryFiles _files;
    private readonly ConcurrentDictionary<(AreaCode, int), (string Content, MunicipalityBoundaries Boundaries)> _read =
        new();

    internal Boundaries(AreaRegistry registry, BoundaryFiles files) => (_registry, _files) = (registry, files);

    /// <summary>The municipality's borders in one boundary year, or null when that year is not loaded for it.</summary>
    /// <exception cref="IOException">The boundary file is gone; importing the source again makes it anew.</exception>
    /// <exception cref="InvalidDataException">The boundary file is damaged; as above.</exception>
    public async ValueTask<MunicipalityBoundaries?> Find(AreaCode municipality, int year, CancellationToken cancel)
    {
        if (await _registry.ContentOf(municipality, year, cancel) is not { } content)
            return null;
        if (_read.TryGetValue((municipality, year), out var kept) && kept.Content == content)
            return kept.Boundaries;
        var boundaries = await _files.Read(municipality, year, content, cancel);
        _read[(municipality, year)] = (content, boundaries);
        return boundaries;
    }
}
