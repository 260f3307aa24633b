using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// Keeps the heads: a tenant's in the catalogue, the platform's in a file, so that whoever can change a chain cannot
/// change its head with the same key.
/// </summary>
internal sealed class AuditHeads(
    IDbContextFactory<CatalogueDb> catalogues, DataFolder data, IEnumerable<AuditListener> listeners)
{
    public const string Platform = "platform";

    private const int MostWaits = 2000;

    public async Task<AuditHead?> Read(string chain, CancellationToken cancel)
    {
        if (chain == Platform)
            return await ReadFile(cancel);
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        return await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Chain == chain, cancel);
    }

    /// <summary>Says that this line is about to be committed; called while the chain's own lock is held.</summary>
    public Task Announce(string chain, AuditLine before, AuditLine last, CancellationToken cancel) =>
        Write(chain, head =>
        {
            // Going on after a cut would move the head along with it, and nobody would ever find the cut.
            if (!head.Accepts(before.Number, before.Hash))
                throw new AuditBrokenException(chain);
            // Whatever was announced earlier has been settled by what the chain now holds.
            (head.Number, head.Hash) = (before.Number, before.Hash);
            (head.AnnouncedNumber, head.AnnouncedHash) = (last.Number, last.Hash);
        }, cancel);

    public Task Confirm(string chain, AuditLine last, CancellationToken cancel) =>
        Write(chain, head =>
        {
            // Another process may have gone on from this line before its confirmation came; never step back.
            if (head.AnnouncedNumber != last.Number)
                return;
            (head.Number, head.Hash, head.AnnouncedNumber, head.AnnouncedHash) = (last.Number, last.Hash, null, null);
        }, cancel);

    /// <summary>Makes a chain end here: its database was put back, and another change says so.</summary>
    public Task PutBack(string chain, AuditLine? last, CancellationToken cancel) =>
        Write(chain, head => (head.Number, head.Hash, head.AnnouncedNumber, head.AnnouncedHash) =
            (last?.Number ?? 0, last?.Hash ?? AuditHead.Start, null, null), cancel);

    public async Task Remove(string chain, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        await db.AuditHeads.Where(h => h.Chain == chain).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Says what is on the record now.</summary>
    public void Tell(string chain, IEnumerable<AuditEvent> events)
    {
        foreach (var what in events)
            foreach (var listener in listeners)
                listener.Hear(chain, what);
    }

    private async Task Write(string chain, Action<AuditHead> change, CancellationToken cancel)
    {
        if (chain == Platform)
        {
            // Reading and writing are one step, over all processes.
            await using var alone = await HoldFile(data.PlatformAuditHead + ".lock", cancel);
            var file = await ReadFile(cancel) ?? new AuditHead { Chain = Platform };
            change(file);
            await WriteFile(file, cancel);
            return;
        }
        while (!await TryWrite(chain, change, cancel))
        {
            // Another process changed the head between reading and writing it: look again.
        }
    }

    private async Task<bool> TryWrite(string chain, Action<AuditHead> change, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var head = await db.AuditHeads.SingleOrDefaultAsync(h => h.Chain == chain, cancel);
        if (head is null)
            db.AuditHeads.Add(head = new AuditHead { Chain = chain });
        change(head);
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    private static async Task<FileStream> HoldFile(string path, CancellationToken cancel)
    {
        for (var waited = 0; ; waited++)
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < MostWaits)
            {
                await Task.Delay(5, cancel);
            }
    }

    private async Task<AuditHead?> ReadFile(CancellationToken cancel) => File.Exists(data.PlatformAuditHead)
        ? JsonSerializer.Deserialize<AuditHead>(await File.ReadAllTextAsync(data.PlatformAuditHead, cancel))
        : null;

    private async Task WriteFile(AuditHead head, CancellationToken cancel)
    {
        var temporary = $"{data.PlatformAuditHead}.{Guid.CreateVersion7():N}.tmp";
        await File.WriteAllTextAsync(temporary, JsonSerializer.Serialize(head), cancel);
        File.Move(temporary, data.PlatformAuditHead, overwrite: true);
    }
}

/// <summary>A chain does not end where its head says; nothing is added to it until somebody has looked.</summary>
public sealed class AuditBrokenException(string chain) : InvalidOperationException(
    $"Het logboek van {chain} is afgeknipt of aangevuld; er wordt niets meer in vastgelegd. "
    + "Kijk met: igw audit verify");
