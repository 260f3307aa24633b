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
                if (files.PathOf(place, storedName + DeliveryNote.Suffix) is var path && File.Exists(path))
                    try
                    {
                        return DeliveryNote.Read(await File.ReadAllTextAsync(path, cancel));
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
            var path = files.PathOf(place, name);
            var temporary = $"{path}.{Guid.CreateVersion7():N}.tmp";
            await File.WriteAllTextAsync(temporary, note.ToJson(), cancel);
            File.Move(temporary, path, overwrite: true);
            foreach (var other in Places.Where(p => p != place))
                files.Delete(other, name);
        }

        /// <summary>Deletes an original wherever a crash may have left it.</summary>
        public void DeleteOriginal(string storedName)
        {
            foreach (var place in Places.Append(TenantPlace.Incoming))
                files.Delete(place, storedName);
        }

        /// <summary>Where an original lies in the tenant's own folders; null when it does not.</summary>
        public string? FindOriginal(string storedName) =>
            Places.Select(place => files.PathOf(place, storedName)).FirstOrDefault(File.Exists);

        /// <summary>Every file in archive and quarantine that is no leftover of writing.</summary>
        public IEnumerable<string> Kept() => Places.SelectMany(place => Directory.EnumerateFiles(files.Folder(place)))
            .Where(path => !path.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
