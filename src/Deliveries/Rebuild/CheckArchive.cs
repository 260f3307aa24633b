using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Looks through the archive of the current tenant: is every delivery there with its original and its note, and does
/// each original still say what it said. Changes nothing.
/// </summary>
internal sealed class CheckArchive(TenantFiles files, ReadOriginal originals, CategoryStore categories)
{
    public async Task<ArchiveCheck> Execute(CancellationToken cancel)
    {
        await categories.AssumeWhenGone(cancel);
        var (notes, objections) = await ReadNotes(cancel);
        foreach (var note in notes.Where(n => n.StoredIn is OriginalPlace.Archive or OriginalPlace.Quarantine))
            if (await Objection(note, cancel) is { } why)
                objections.Add(new ArchiveObjection(note.Number, note.FileName, why));
        var numbers = notes.Select(n => n.Number).ToHashSet();
        for (var number = 1L; number < notes.Select(n => n.Number).DefaultIfEmpty(0).Max(); number++)
            if (!numbers.Contains(number))
                objections.Add(new ArchiveObjection(number, "", "origineel en begeleidend bericht ontbreken"));
        return new ArchiveCheck([.. notes.OrderBy(n => n.Number)], objections);
    }

    private async Task<(List<DeliveryNote> Notes, List<ArchiveObjection> Objections)> ReadNotes(
        CancellationToken cancel)
    {
        var (notes, objections, kept) =
            (new List<DeliveryNote>(), new List<ArchiveObjection>(), await files.Kept(cancel));
        foreach (var (place, name) in kept.Where(IsNote))
            try
            {
                var note = await files.ReadAll(place, name, cancel);
                if (note is not null)
                    notes.Add(DeliveryNote.Read(Encoding.UTF8.GetString(note)));
            }
            catch (JsonException)
            {
                objections.Add(new ArchiveObjection(null, name, "het bericht is niet te lezen"));
            }
        var named = kept.Where(IsNote).Select(file => file.Name[..^DeliveryNote.Suffix.Length])
            .ToHashSet(StringComparer.Ordinal);
        objections.AddRange(kept.Where(file => !IsNote(file) && !named.Contains(file.Name))
            .Select(file => new ArchiveObjection(null, file.Name, "er ligt geen bericht bij")));
        // A crash while moving may have left a note in both places: they are about the same original.
        return ([.. notes.DistinctBy(n => n.Number)], objections);
    }

    private async Task<string?> Objection(DeliveryNote note, CancellationToken cancel)
    {
        using var original = await files.ReadOriginal(note.StoredName, cancel);
        if (original is null)
            return "het origineel ontbreekt";
        if (note.Sha256.Length > 0 && await Hash(original.Path, cancel) != note.Sha256)
            return "het origineel is beschadigd: het controlegetal klopt niet";
        return note.HasFacts && await originals.Execute(note, cancel) is null
            ? "het origineel zegt met de gebieden en codes van nu niet meer wat het zei"
            : null;
    }

    private static async Task<string> Hash(string path, CancellationToken cancel)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel));
    }

    private static bool IsNote(KeptFile file) => file.Name.EndsWith(DeliveryNote.Suffix, StringComparison.Ordinal);
}

/// <summary>What the archive of a tenant holds.</summary>
/// <param name="Notes">Every delivery that can be read, by number.</param>
/// <param name="Objections">What is missing or damaged.</param>
internal sealed record ArchiveCheck(IReadOnlyList<DeliveryNote> Notes, IReadOnlyList<ArchiveObjection> Objections);

/// <summary>Something in the archive that is not as it should be.</summary>
/// <param name="Delivery">Number of the delivery, when it is known.</param>
/// <param name="File">Its file name as delivered, or the name in the archive.</param>
/// <param name="Why">What is wrong, in Dutch.</param>
public sealed record ArchiveObjection(long? Delivery, string File, string Why)
{
    public override string ToString() =>
        string.Join(' ', ((string[])[Delivery is { } number ? $"levering {number}" : "", File])
            .Where(part => part.Length > 0)) + ": " + Why;
}
