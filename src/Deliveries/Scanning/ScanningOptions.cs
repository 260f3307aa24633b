using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Deliveries;

/// <summary>Who looks for harmful software in files (<c>Igw:Scanning</c> in configuration).</summary>
public sealed class ScanningOptions : IValidatableObject
{
    public ScanningKind Kind { get; set; } = ScanningKind.None;

    /// <summary>Where clamd listens: <c>unix:///run/clamav/clamd.ctl</c> or <c>tcp://clamd:3310</c>.</summary>
    public Uri? Clamd { get; set; }

    /// <summary>How long one file may take.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind == ScanningKind.Clamd && Clamd?.Scheme is not ("unix" or "tcp"))
            yield return new ValidationResult("Igw:Scanning:Clamd is unix:///a/socket or tcp://host:port.");
    }
}

/// <summary>Who looks for harmful software.</summary>
public enum ScanningKind
{
    /// <summary>Nobody; what is not text or a workbook by its contract is refused anyway.</summary>
    None,

    /// <summary>ClamAV's daemon.</summary>
    Clamd,

    /// <summary>Microsoft Defender for Storage, which labels each blob with its verdict.</summary>
    DefenderTags,
}
