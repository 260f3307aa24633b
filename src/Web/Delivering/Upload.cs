using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Delivering;

/// <summary>What came of a file that was sent.</summary>
internal abstract record Upload
{
    private Upload()
    {
    }

    /// <summary>It lies with the platform and is no delivery yet.</summary>
    public sealed record Stored(StoredOffer Offer, byte[]? Manifest) : Upload;

    /// <summary>Nothing of it was kept.</summary>
    /// <param name="Status">For a program.</param>
    /// <param name="Code">Stable.</param>
    /// <param name="Sentence">In Dutch.</param>
    public sealed record Refused(int Status, string Code, string Sentence) : Upload
    {
        public static Refused TooLarge(long limit) => new(
            StatusCodes.Status413PayloadTooLarge, "delivery.too-large",
            $"Het bestand is groter dan is afgesproken: hooguit {limit / (1024 * 1024)} MiB. Lever minder weken per "
            + "bestand.");

        public static Refused NoFile { get; } = new(
            StatusCodes.Status400BadRequest, "delivery.no-file", "Kies eerst een bestand.");

        public static Refused Unreadable { get; } = new(
            StatusCodes.Status400BadRequest, "request.unreadable",
            "Het bestand is niet helemaal aangekomen. Probeer het nog eens.");

        public static Refused StorageAway { get; } = new(
            StatusCodes.Status503ServiceUnavailable, "delivery.storage-away",
            "De opslag van bestanden is nu niet bereikbaar. Probeer het over een paar minuten nog eens.");

        public static Refused Forged { get; } = new(
            StatusCodes.Status400BadRequest, "request.forged",
            "Deze pagina was te oud of kwam van elders. Ververs haar en probeer het nog eens.");

        public static Refused Of(AgreementChoice.Refused choice) => new(
            choice.Code == "delivery.no-agreement"
                ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
            choice.Code, choice.Sentence);
    }
}
