using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Which feeds may not be shown to anybody, because nobody confirmed why they exist. Figures does not know agreements:
/// who does, answers this.
/// </summary>
/// <param name="Of">The closed feeds of a gemeente, in a fixed order.</param>
public sealed record ClosedFeeds(Func<TenantId, CancellationToken, Task<IReadOnlyList<Feed>>> Of)
{
    /// <summary>Where nobody knows agreements nothing is closed.</summary>
    public static ClosedFeeds None { get; } = new((_, _) => Task.FromResult<IReadOnlyList<Feed>>([]));

    /// <summary>As one text, to be compared and to stand in the stamp of an answer.</summary>
    internal static string Written(IEnumerable<Feed> feeds) =>
        string.Join(',', feeds.Select(f => $"{f.Contract}/{f.Supplier}"));
}
