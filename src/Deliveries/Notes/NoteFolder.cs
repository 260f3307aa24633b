using System.Text;
using System.Text.Json;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Where notes lie: with the originals, in the archive or in quarantine.</summary>
internal static class NoteFolder
{
    private static readonly TenantPlace[] Places = [TenantPlace.Archive, TenantPlace.Quarantine];

    extension(TenantFiles files)
    {
        public async Task<DeliveryNote?> ReadNote(string storedName, CancellationToken cancel)
        {
            foreach (var place in Places)
                if (await files.ReadAll(place, storedName + DeliveryNote.Suffix, cancel) is { } note)
                    try
                    {
                        return DeliveryNote.Read(Encoding.UTF8.GetString(note));
                    }
                    catch (JsonException)
                    {
                        // Damaged: what the database knows is written over it.
                        return null;
                    }
            return null;
        }

        /// <summary>Beside its original, and nowhere else.</summary>
        public async Task WriteNote(DeliveryNote note, CancellationToken cancel)
        {
            var place = note.StoredIn is OriginalPlace.Archive or OriginalPlace.Gone
                ? TenantPlace.Archive
                : TenantPlace.Quarantine;
            var name = note.StoredName + DeliveryNote.Suffix;
            await files.Write(place, name, Encoding.UTF8.GetBytes(note.ToJson()), cancel);
            foreach (var other in Places.Where(p => p != place))
                await files.Delete(other, name, cancel);
        }

        /// <summary>Deletes an original wherever a crash may have left it.</summary>
        public async Task DeleteOriginal(string storedName, CancellationToken cancel)
        {
            foreach (var place in Places.Append(TenantPlace.Incoming))
                await files.Delete(place, storedName, cancel);
        }

        /// <summary>An original from the tenant's own places; null when it does not lie there.</summary>
        public async Task<LocalFile?> ReadOriginal(string storedName, CancellationToken cancel)
        {
            foreach (var place in Places)
                if (await files.Read(place, storedName, cancel) is { } found)
                    return found;
            return null;
        }

        /// <summary>Every file in archive and quarantine.</summary>
        public async Task<IReadOnlyList<KeptFile>> Kept(CancellationToken cancel)
        {
            var kept = new List<KeptFile>();
            foreach (var place in Places)
                kept.AddRange((await files.List(place, cancel)).Select(f => new KeptFile(place, f.Name)));
            return kept;
        }
    }
}

/// <summary>A file in archive or quarantine.</summary>
internal sealed record KeptFile(TenantPlace Place, string Name);
