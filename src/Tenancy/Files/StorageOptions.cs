using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Tenancy;

/// <summary>Where files are kept (<c>Igw:DropZones</c> in configuration).</summary>
public sealed class StorageOptions : IValidatableObject
{
    public StorageKind Kind { get; set; } = StorageKind.Folder;

    /// <summary>Address of the storage account's blobs; the platform signs in with its own identity.</summary>
    public Uri? Account { get; set; }

    /// <summary>Instead of <see cref="Account"/>: a connection string, as an emulator has.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Whether the account is the emulator's, which knows older versions of the protocol only.</summary>
    public bool Emulator { get; set; }

    /// <summary>A file with certificates (PEM) to trust beside the machine's own, for a storage of one's own.</summary>
    public string? TrustedCertificates { get; set; }

    /// <summary>How often drop zones are looked through; by default 0.5 s on disk and 60 s on blob.</summary>
    public TimeSpan? Poll { get; set; }

    /// <summary>How long one call may take before it is tried again.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:05:00")]
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How often a call is tried again.</summary>
    [Range(1, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>How long nothing is tried after most calls of half a minute failed.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:01:00")]
    public TimeSpan Break { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What a hint of Event Grid must bring along; null: hints are not taken.</summary>
    [MinLength(32, ErrorMessage = "Igw:DropZones:HintKey: at least 32 characters.")]
    public string? HintKey { get; set; }

    public TimeSpan PollEvery => Poll
        ?? (Kind == StorageKind.Folder ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(60));

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == StorageKind.AzureBlob && (Account is null) == (ConnectionString is null))
            yield return new ValidationResult(
                "Igw:DropZones:Kind AzureBlob needs either Igw:DropZones:Account or Igw:DropZones:ConnectionString.");
        if (Poll < TimeSpan.FromMilliseconds(100))
            yield return new ValidationResult("Igw:DropZones:Poll is at least 00:00:00.100.");
    }
}

/// <summary>What keeps the files.</summary>
public enum StorageKind
{
    /// <summary>The data folder on this machine.</summary>
    Folder,

    /// <summary>Azure Blob Storage.</summary>
    AzureBlob,
}
