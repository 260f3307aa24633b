using System.ComponentModel.DataAnnotations;

namespace Twente.Igw.Web.Telemetry;

/// <summary>
/// Where traces, metrics and logs go (<c>Igw:Telemetry</c> in configuration); without an endpoint nothing is sent.
/// </summary>
public sealed class TelemetryOptions : IValidatableObject
{
    /// <summary>Address of a collector that speaks OTLP, such as <c>http://collector:4317</c>.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>What the collector speaks there.</summary>
    public TelemetryProtocol Protocol { get; set; } = TelemetryProtocol.Grpc;

    /// <summary>What the process is called; the chart names web and worker.</summary>
    [Required]
    public string Service { get; set; } = "igw";

    /// <summary>Which part of the requests and jobs is traced, from 0 to 1; what a caller traces goes along.</summary>
    [Range(0.0, 1.0)]
    public double Traced { get; set; } = 0.1;

    /// <summary>How often metrics are sent, and each gemeente is looked at for them.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:15:00")]
    public TimeSpan Every { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsOn => Endpoint is not null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Endpoint is { } given && (!given.IsAbsoluteUri || given.Scheme is not ("http" or "https")))
            yield return new ValidationResult(
                $"Igw:Telemetry:Endpoint '{given}' is geen adres zoals http://collector:4317.");
    }
}

/// <summary>How a collector is spoken to.</summary>
public enum TelemetryProtocol
{
    /// <summary>OTLP over gRPC, usually port 4317.</summary>
    Grpc,

    /// <summary>OTLP over HTTP, usually port 4318.</summary>
    Http,
}
