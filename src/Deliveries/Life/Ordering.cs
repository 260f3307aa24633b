namespace Twente.Igw.Deliveries;

/// <summary>Reads the key by which deliveries of a feed are ordered, as the agreement says.</summary>
/// <param name="Key">Higher is newer.</param>
/// <param name="Finding">Why the file is refused, or null.</param>
internal sealed record Ordering(long Key, Finding? Finding)
{
    public static Ordering Read(Agreement agreement, DeliveredFile file, long number)
    {
        if (file is { Manifest: null, Grant: { } grant })
            return Granted(agreement, grant, number);
        if (file.Manifest is null)
        {
            if (agreement.ManifestRequired)
                return new(0, Finding.OfFile("manifest.missing", file.FileName));
            return agreement.OrderKey == OrderKey.Arrival
                ? new(number, null)
                : new(0, Finding.OfFile("order-key.missing", agreement.OrderKey.ToString()));
        }
        var read = Manifest.Read(file.Manifest);
        if (read.Manifest is not { } manifest)
            return new(0, read.Finding);
        var key = agreement.OrderKey switch
        {
            OrderKey.Arrival => number,
            OrderKey.Sequence => manifest.Sequence,
            _ => manifest.ProducedAt?.UtcTicks,
        };
        return key is { } found
            ? new(found, null)
            : new(0, Finding.OfFile("order-key.missing", agreement.OrderKey.ToString()));
    }

    /// <summary>A grant states size and hash before the upload, as a manifest does beside it.</summary>
    private static Ordering Granted(Agreement agreement, UploadGrant grant, long number) => agreement.OrderKey switch
    {
        OrderKey.Arrival => new(number, null),
        OrderKey.Sequence when grant.Sequence is { } sequence => new(sequence, null),
        _ => new(0, Finding.OfFile("order-key.missing", agreement.OrderKey.ToString())),
    };
}
