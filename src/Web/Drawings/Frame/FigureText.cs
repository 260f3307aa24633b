namespace Twente.Igw.Web.Drawings;

/// <summary>What every figure says about itself. Without it there is no drawing.</summary>
internal sealed record FigureText
{
    /// <summary>Unique on the page; in addresses and in the ids of patterns.</summary>
    public required string Id { get; init; }

    /// <summary>The finding as a sentence: "Vermogensdelicten liggen vooral in de binnenstad".</summary>
    public required string Title { get; init; }

    /// <summary>What is counted and per what: "geregistreerde misdrijven per 1.000 inwoners in 4 weken".</summary>
    public required string Unit { get; init; }

    /// <summary>"week 43 t/m 46 (19 oktober t/m 15 november 2026)".</summary>
    public required string Period { get; init; }

    /// <summary>Who counted, and for a map whose borders.</summary>
    public required string Source { get; init; }

    /// <summary>Where the same figures are as CSV.</summary>
    public required string CsvAddress { get; init; }

    /// <summary>How far it is known: "t/m week 46, ontvangen 16-11-2026".</summary>
    public string? Known { get; init; }

    /// <summary>The newest weeks are not complete.</summary>
    public bool Provisional { get; init; }

    /// <summary>What a reader must know beside the figures.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How to read it; folded away.</summary>
    public string? Help { get; init; }

    /// <summary>2 to 6, so that headings of a page nest.</summary>
    public int HeadingLevel { get; init; } = 3;
}
