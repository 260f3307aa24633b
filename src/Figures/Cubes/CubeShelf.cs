namespace Twente.Igw.Figures;

/// <summary>
/// The cubes of one tenant in this process. Readers take the current one without waiting; it is replaced in one
/// assignment. Loading goes one at a time.
/// </summary>
internal sealed class CubeShelf
{
    /// <summary>How many older cubes are kept.</summary>
    public const int OlderKept = 4;

    private readonly Lock _olderLock = new();
    private readonly LinkedList<Cube> _older = new();
    private volatile Cube? _current;

    /// <summary>The cube that answers now; null before the first load.</summary>
    public Cube? Current => _current;

    public CodeBooks Books { get; } = new();

    /// <summary>The tenant's own settings as last read; null before the first load. Used under the gate.</summary>
    public OwnSettings? Settings { get; set; }

    /// <summary>Held while loading. Lives as long as the process, like the shelf.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>
    /// Takes the place of the current one. Older ones are made anew when asked for: what they tell may have been
    /// destroyed since.
    /// </summary>
    public void Put(Cube cube)
    {
        _current = cube;
        lock (_olderLock)
            _older.Clear();
    }

    public Cube? FindOlder(long version, long areasVersion)
    {
        lock (_olderLock)
        {
            for (var node = _older.First; node is not null; node = node.Next)
            {
                if (node.Value.Stamp.Version != version || node.Value.Stamp.AreasVersion != areasVersion)
                    continue;
                _older.Remove(node);
                _older.AddFirst(node);
                return node.Value;
            }
        }
        return null;
    }

    public void PutOlder(Cube cube)
    {
        lock (_olderLock)
        {
            _older.AddFirst(cube);
            if (_older.Count > OlderKept)
                _older.RemoveLast();
        }
    }
}
