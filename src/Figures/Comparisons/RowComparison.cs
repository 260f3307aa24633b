using System.Text.Json.Serialization;

namespace Twente.Igw.Figures;

/// <summary>An area's count beside that of earlier windows.</summary>
public sealed record RowComparison
{
    /// <summary>What the earlier windows lead to expect in as many weeks; whole against one equal window.</summary>
    [JsonPropertyName("aantal"), JsonConverter(typeof(TwoDecimals))]
    public required double? Expected { get; init; }

    /// <summary>Count less <see cref="Expected"/>, in incidents.</summary>
    [JsonPropertyName("verschil"), JsonConverter(typeof(TwoDecimals))]
    public required double? Difference { get; init; }

    /// <summary>Count over <see cref="Expected"/>; null over zero.</summary>
    [JsonPropertyName("verhouding"), JsonConverter(typeof(TwoDecimals))]
    public required double? Ratio { get; init; }

    /// <summary>Lower limit of the ratio's 95 % interval.</summary>
    [JsonPropertyName("onder"), JsonConverter(typeof(TwoDecimals))]
    public required double? Lower { get; init; }

    /// <summary>Upper limit of the ratio's 95 % interval; null when it has none.</summary>
    [JsonPropertyName("boven"), JsonConverter(typeof(TwoDecimals))]
    public required double? Upper { get; init; }

    /// <summary>The word for the difference; never better or worse.</summary>
    [JsonPropertyName("oordeel")]
    public required string Verdict { get; init; }

    /// <summary>The difference in numbers a reader can check: <c>van 2 naar 4</c>.</summary>
    [JsonPropertyName("toelichting")]
    public required string Explanation { get; init; }

    /// <summary>Of a count that is not shown; only a word that follows from no count may stand with it.</summary>
    internal static RowComparison NotShown(string verdict) => new()
    {
        Expected = null, Difference = null, Ratio = null, Lower = null, Upper = null, Explanation = "",
        Verdict = verdict is VerdictText.FollowsEffort or VerdictText.NotYet or VerdictText.NotKnown
            ? verdict : VerdictText.Of(Analysis.Verdict.TooLittle),
    };
}

/// <summary>What a list of comparisons has in common.</summary>
public sealed record ComparedList
{
    /// <summary><c>vorigjaar</c> or <c>driejaar</c>.</summary>
    [JsonPropertyName("met")]
    public required string With { get; init; }

    /// <summary>The windows held against, nearest first, in Dutch.</summary>
    [JsonPropertyName("perioden")]
    public required IReadOnlyList<string> Windows { get; init; }

    /// <summary>Overdispersion φ from earlier years, 1 or more; null when too little is known to estimate it.</summary>
    [JsonPropertyName("spreiding"), JsonConverter(typeof(TwoDecimals))]
    public required double? Overdispersion { get; init; }

    /// <summary>How many of the rows called hoger or lager are expected to be so by chance.</summary>
    [JsonPropertyName("naarVerwachtingVals"), JsonConverter(typeof(TwoDecimals))]
    public required double ExpectedFalse { get; init; }

    [JsonPropertyName("opmerkingen")]
    public required IReadOnlyList<string> Remarks { get; init; }
}
