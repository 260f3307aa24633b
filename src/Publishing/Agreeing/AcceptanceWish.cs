using Twente.Igw.Regional;

namespace Twente.Igw.Publishing;

/// <summary>How a gemeente wishes to take part.</summary>
public sealed record AcceptanceWish
{
    /// <summary>The version that she read; when a newer one was decided meanwhile nothing is accepted.</summary>
    public required int ModelVersion { get; init; }

    public required ReportingPeriod From { get; init; }

    public required RegionalLevels Levels { get; init; }

    public required RegionalUnits Units { get; init; }

    public required IReadOnlyList<string> Excluded { get; init; }

    /// <summary>The word of the role that approves each month.</summary>
    public required string ApproverRole { get; init; }

    public required string Reason { get; init; }

    /// <summary>Takes part as the model says, without deviations.</summary>
    public static AcceptanceWish Whole(ModelAgreement model, string approverRole) => new()
    {
        ModelVersion = model.Version, From = model.From, Levels = model.Levels, Units = model.Units, Excluded = [],
        ApproverRole = approverRole, Reason = "",
    };

    /// <summary>Why it cannot be accepted; null when it can.</summary>
    internal RegionalRefusal? Objection(ModelAgreement model)
    {
        if (ModelVersion != model.Version)
            return new("region.model-changed",
                $"Inmiddels geldt versie {model.Version} van de modelafspraak; u las versie {ModelVersion}. "
                + "Lees de nieuwe versie.");
        if (From.Unit != PeriodUnit.Month || From.CompareTo(model.From) < 0)
            return new("region.from-too-early",
                $"De eerste maand {From} ligt voor die van de modelafspraak ({model.From}).");
        if (!Levels.HasFlag(RegionalLevels.Municipality) || (Levels & ~model.Levels) != RegionalLevels.None)
            return new("region.levels-beyond",
                "Het niveau gemeente hoort erbij, en meer niveaus dan de modelafspraak kan niet.");
        if (Units == RegionalUnits.None || (Units & ~model.Units) != RegionalUnits.None)
            return new("region.units-beyond",
                "Kies ten minste een eenheid, en geen die niet in de modelafspraak staat.");
        if (Excluded.FirstOrDefault(c => model.Find(c) is null) is { } unknown)
            return new("region.unknown-category", $"Categorie '{unknown}' staat niet in de modelafspraak.");
        if (Reason.Length > Acceptance.ReasonLength)
            return new("region.reason-too-long", $"De reden is langer dan {Acceptance.ReasonLength} tekens.");
        return Deviates(model) && Reason.Trim().Length == 0
            ? new("region.reason-missing",
                "U wijkt af van de modelafspraak; schrijf op waarom. Andere gemeenten zien dat.")
            : null;
    }

    private bool Deviates(ModelAgreement model) =>
        From != model.From || Levels != model.Levels || Units != model.Units || Excluded.Count > 0;
}
