namespace Twente.Igw.Deliveries;

/// <summary>What a supplier states about a file beside it, so that a file that was cut off is seen.</summary>
/// <param name="Contract">The contract of the file.</param>
/// <param name="File">Its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Rows">Its rows, without the header.</param>
/// <param name="Sha256">Its SHA-256 in hexadecimal; compared without regard to case.</param>
/// <param name="Sequence">Place in the supplier's order; null when that is not the agreed order key.</param>
/// <param name="ProducedAt">When it was made; null when that is not the agreed order key.</param>
internal sealed record Manifest(
    string Contract, string File, long Bytes, long Rows, string Sha256, long? Sequence, DateTimeOffset? ProducedAt)
{
    public const string Suffix = ".manifest.json";

    /// <summary>Many times what seven values need.</summary>
    public const int MaxBytes = 65_536;

    /// <summary>The manifest's name for a file.</summary>
    public static string NameFor(string file) => file + Suffix;

    /// <summary>Reads a manifest: the manifest, or everything that is wrong with it.</summary>
    public static ManifestReading Read(ReadOnlyMemory<byte> json)
    {
        var findings = new Findings();
        if (ManifestProperties.Read(json, findings) is not { } properties)
            return new ManifestReading(null, findings.Kept);
        var manifest = new Manifest(
            properties.Text("contract"),
            properties.Text("file"),
            properties.Number("bytes"),
            properties.Number("rows"),
            properties.Sha256("sha256"),
            properties.OptionalNumber("sequence"),
            properties.OptionalTime("producedAt"));
        return new ManifestReading(findings.Any ? null : manifest, findings.Kept);
    }

    /// <summary>What the manifest states otherwise than what came in; empty when it agrees.</summary>
    /// <param name="file">Name of the file that came in; it starts with its contract.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="sha256">Its SHA-256 in hexadecimal.</param>
    /// <param name="rows">Its rows below the header; null before they are counted.</param>
    /// <param name="contract">The contract of its mapping; null when its name starts with its contract.</param>
    public IReadOnlyList<Finding> Compare(
        string file, long bytes, string sha256, long? rows, string? contract = null)
    {
        var findings = new List<Finding>();
        if (contract is null ? !file.StartsWith($"{Contract}_", StringComparison.Ordinal) : Contract != contract)
            findings.Add(Finding.OfFile(FindingCode.ManifestContract, Contract));
        if (File != file)
            findings.Add(Finding.OfFile(FindingCode.ManifestFile, File, file));
        if (Bytes != bytes)
            findings.Add(Finding.OfFile(FindingCode.ManifestBytes, Text(Bytes), bytes));
        if (rows is not null && Rows != rows)
            findings.Add(Finding.OfFile(FindingCode.ManifestRows, Text(Rows), rows));
        if (!Sha256.Equals(sha256, StringComparison.OrdinalIgnoreCase))
            findings.Add(Finding.OfFile(FindingCode.ManifestSha256, Sha256, sha256));
        return findings;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A manifest as read.</summary>
/// <param name="Manifest">The manifest, or null when anything is wrong with it.</param>
/// <param name="Findings">What is wrong; empty otherwise.</param>
internal sealed record ManifestReading(Manifest? Manifest, IReadOnlyList<Finding> Findings)
{
    /// <summary>The first thing that is wrong, or null.</summary>
    public Finding? Finding => Findings.Count == 0 ? null : Findings[0];
}
