using System.Data.Common;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Keeps what is there before it is replaced. Made once: a run that finishes what a killed one began must not take the
/// half-made database for the old one.
/// </summary>
internal sealed class KeepSafetyCopy(WriteBackup write, DataFolder data, TimeProvider time)
{
    /// <returns>The copy's path; null when what is there cannot be read.</returns>
    public async Task<string?> Execute(ClosedTenant closed, Action<string> tell, CancellationToken cancel)
    {
        var path = Current(closed);
        if (closed.IsFirst)
            Keep(closed);
        else if (File.Exists(path))
            return path;
        try
        {
            await write.Execute(closed.Row, path, _ => { }, cancel);
            tell("veiligheidskopie gemaakt van wat er was");
            return path;
        }
        catch (Exception broken) when (broken is DbException or InvalidOperationException)
        {
            tell($"wat er was kon niet worden gelezen, dus geen veiligheidskopie: {broken.Message}");
            return null;
        }
    }

    /// <summary>Gives the copy a name of its own, so that the next one does not take its place.</summary>
    public string? Keep(ClosedTenant closed)
    {
        if (!File.Exists(Current(closed)))
            return null;
        var moment = time.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var kept = Path.Combine(data.Exports, $"{closed.Row.Id}-voor-herstel-{moment}-{Guid.CreateVersion7():N}.zip");
        File.Move(Current(closed), kept);
        return kept;
    }

    private string Current(ClosedTenant closed) => Path.Combine(data.Exports, $"{closed.Row.Id}-voor-herstel.zip");
}
