namespace Twente.Igw.Tenancy;

/// <summary>Since when files cannot be reached, as this process sees it.</summary>
public sealed class StorageState(TimeProvider time)
{
    private readonly Lock _changing = new();
    private DateTime? _awaySince;

    /// <summary>In UTC; null while files can be reached.</summary>
    public DateTime? AwaySince
    {
        get
        {
            lock (_changing)
                return _awaySince;
        }
    }

    internal void Reached()
    {
        lock (_changing)
            _awaySince = null;
    }

    internal void NotReached()
    {
        lock (_changing)
            _awaySince ??= time.GetUtcNow().UtcDateTime;
    }
}
