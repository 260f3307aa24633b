using System.Text;

namespace Twente.Igw.Deliveries;

/// <summary>A file to be judged.</summary>
/// <param name="Supplier">Who delivered it.</param>
/// <param name="FileName">Its name as delivered; never used as a path.</param>
/// <param name="Path">Where its bytes lie.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Lower-case hex; empty when it is too large to be read.</param>
/// <param name="Manifest">The manifest's bytes, or null.</param>
internal sealed record DeliveredFile(
    string Supplier, string FileName, string Path, long Bytes, string Sha256, byte[]? Manifest)
{
    private const int ManifestKept = 4000;

    /// <summary>The mapping it goes through; null for a file in the form of its contract.</summary>
    public MappingInForce? Mapping { get; init; }

    /// <summary>The file as mapped, once it is.</summary>
    public MappedRows? Mapped { get; init; }

    /// <summary>What was found in it that is harmful; null when nothing was.</summary>
    public string? Malware { get; init; }

    /// <summary>What was stated when it was allowed to be uploaded; null when it came otherwise.</summary>
    public UploadGrant? Grant { get; init; }

    /// <summary>Why its name says no more than that it cannot be dealt with, or null.</summary>
    public Finding? Unrecognised { get; init; }

    /// <summary>The name it has, or would have, by its contract.</summary>
    public string NameInContract => Mapped?.FileName ?? FileName;

    /// <summary>The manifest as text for the record, cut where no sensible manifest is that long.</summary>
    public string ManifestText
    {
        get
        {
            var text = Encoding.UTF8.GetString(Manifest ?? []);
            return text.Length <= ManifestKept ? text : text[..ManifestKept];
        }
    }
}
