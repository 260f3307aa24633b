namespace Twente.Igw.Databases;

/// <summary>The time in which the owner of a tenant's tables may sign in; ends when disposed.</summary>
/// <param name="connectionString">With which; of no use afterwards.</param>
/// <param name="shut">Takes the right to sign in away again.</param>
internal sealed class OwnerIsIn(string connectionString, Func<Task> shut) : IAsyncDisposable
{
    public string ConnectionString => connectionString;

    public async ValueTask DisposeAsync() => await shut();
}
