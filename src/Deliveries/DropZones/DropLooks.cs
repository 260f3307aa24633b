namespace Twente.Igw.Deliveries;

/// <summary>
/// Remembers the last look at one drop folder, to leave alone what is still growing: a file is at rest when two
/// looks in a row saw the same size and time, and its last write is a second ago.
/// </summary>
internal sealed class DropLooks(TimeProvider time)
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceForManifest = TimeSpan.FromHours(24);
    private readonly Lock _looking = new();
    private Dictionary<string, (long Bytes, DateTime ChangedAt)> _seen = new(StringComparer.Ordinal);

    public IReadOnlyList<DropFile> AtRest(IReadOnlyList<DropFile> now)
    {
        lock (_looking)
        {
            var before = _seen;
            _seen = now.ToDictionary(f => f.Name, f => (f.Bytes, f.ChangedAt), StringComparer.Ordinal);
            return [.. now.Where(f => before.GetValueOrDefault(f.Name) == (f.Bytes, f.ChangedAt) && Age(f) >= Rest)];
        }
    }

    /// <summary>After a day without its manifest a file is taken anyway, and refused for the lack of it.</summary>
    public bool HasWaitedLongEnough(DropFile file) => Age(file) >= PatienceForManifest;

    /// <summary>Age by the last write; a time in the future (a clock that is off) counts as old enough.</summary>
    private TimeSpan Age(DropFile file)
    {
        var age = time.GetUtcNow().UtcDateTime - file.ChangedAt;
        return age < TimeSpan.Zero ? Rest : age;
    }
}
