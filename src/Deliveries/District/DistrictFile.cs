namespace Twente.Igw.Deliveries;

/// <summary>
/// A file for several gemeenten that came in: the platform's row that makes sure it is dealt with exactly once. Says
/// nothing of what it counts.
/// </summary>
internal sealed class DistrictFile
{
    /// <summary>Counts over the platform from 1.</summary>
    public required long Number { get; init; }

    public required string Supplier { get; init; }

    public required string FileName { get; init; }

    /// <summary>Where it was found within the drop folder, or null when it came by another door.</summary>
    public string? DropName { get; init; }

    public bool HasManifest { get; init; }

    public required string StoredName { get; init; }

    public required DateTime FoundAt { get; init; }

    public required string Actor { get; init; }

    public required string Origin { get; init; }

    public DistrictState State { get; set; }

    /// <summary>Original set apart and receipts written; until then it is looked at again.</summary>
    public bool IsFiled { get; set; }

    /// <summary>Lower-case hex; empty while it was not read.</summary>
    public string Sha256 { get; set; } = "";

    public long Bytes { get; set; }

    public long Rows { get; set; }

    /// <summary>All findings, also those beyond the 1,000 that are kept.</summary>
    public long FindingCount { get; set; }

    /// <summary>How often dealing with it failed for a reason that is not the environment's.</summary>
    public int Failures { get; set; }

    public string ManifestName => StoredName + Manifest.Suffix;
}

/// <summary>How far a district file is.</summary>
public enum DistrictState
{
    /// <summary>Waiting for its turn.</summary>
    Waiting,

    /// <summary>Found right; its parts are on their way.</summary>
    Splitting,

    /// <summary>Every part was received by its gemeente.</summary>
    Split,

    /// <summary>No row of it counts anywhere.</summary>
    Refused,

    /// <summary>Gone before it could be taken.</summary>
    Lost,
}

/// <summary>That a gemeente gets a part of a district file, and whether she has it.</summary>
internal sealed class DistrictPart
{
    public required long File { get; init; }

    public required string Tenant { get; init; }

    /// <summary>Name under which it lies with the gemeente: by it a second attempt sees the first.</summary>
    public required string StoredName { get; init; }

    /// <summary>The delivery it became with her, or the one it repeats; null while on its way.</summary>
    public long? Delivery { get; set; }

    public bool IsRepeat { get; set; }

    /// <summary>The gemeente left the platform before she received it.</summary>
    public bool IsGone { get; set; }
}

/// <summary>A <see cref="Finding"/> of a refused district file; for its supplier and the platform only.</summary>
internal sealed class DistrictFinding
{
    public required long File { get; init; }

    public required int Ordinal { get; init; }

    public required long Line { get; init; }

    public required int Column { get; init; }

    public required string Code { get; init; }

    public required string Value { get; init; }

    public required string Rule { get; init; }

    public required string Sheet { get; init; }

    public static DistrictFinding Of(long file, int ordinal, Finding finding) => new()
    {
        File = file, Ordinal = ordinal, Line = finding.Line, Column = finding.Column, Code = finding.Code,
        Value = finding.Value, Rule = finding.Rule, Sheet = finding.Sheet,
    };

    public Finding ToFinding() => new(Line, Column, Code, Value, Rule) { Sheet = Sheet };
}
