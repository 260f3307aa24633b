namespace Twente.Igw.Deliveries;

/// <summary>
/// That a supplier may upload one file: how it is called, how large it is and what its bytes add up to. The file that
/// comes in under it must be that one.
/// </summary>
internal sealed class UploadGrant
{
    /// <summary>Also the name under which the file is uploaded.</summary>
    public required Guid Id { get; init; }

    public required string Supplier { get; init; }

    public required string Contract { get; init; }

    /// <summary>Its name by the contract.</summary>
    public required string FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Place in the supplier's order; null where that is not agreed.</summary>
    public long? Sequence { get; init; }

    public required string IssuedTo { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>Where in the drop zone the file is uploaded: the supplier's own folder.</summary>
    public string DropName => $"{Supplier}/{Id:N}";

    /// <summary>What came in otherwise than was stated; null when it is the file.</summary>
    public Finding? Objection(DeliveredFile file)
    {
        if (file.Bytes != Bytes)
            return Finding.OfFile(
                FindingCode.GrantBytes, file.Bytes.ToString(CultureInfo.InvariantCulture), Bytes);
        return file.Sha256 == Sha256 ? null : Finding.OfFile(FindingCode.GrantSha256, file.Sha256, Sha256);
    }
}
