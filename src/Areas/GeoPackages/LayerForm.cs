namespace Twente.Igw.Areas;

/// <summary>
/// A layer of PDOK's wijk- en buurtkaart and what its columns are called. Names drift over the years, in case and in
/// underscores (<c>aantal_inwoners</c>, <c>AANT_INW</c>), so each column has the names CBS has used for it.
/// </summary>
/// <param name="Table">Name of the layer.</param>
/// <param name="Level">The level its areas are of.</param>
/// <param name="Singular">What one of them is called in a finding.</param>
/// <param name="Code">Names of the column with the area's own code.</param>
/// <param name="Name">Names of the column with the area's name.</param>
internal sealed record LayerForm(string Table, AreaLevel Level, string Singular, string[] Code, string[] Name)
{
    public static readonly LayerForm Neighbourhoods =
        new("buurten", AreaLevel.Neighbourhood, "buurt", ["buurtcode", "bu_code"], ["buurtnaam", "bu_naam"]);

    public static readonly LayerForm Districts =
        new("wijken", AreaLevel.District, "wijk", ["wijkcode", "wk_code"], ["wijknaam", "wk_naam"]);

    public static readonly LayerForm Municipalities =
        new("gemeenten", AreaLevel.Municipality, "gemeente", Municipality, ["gemeentenaam", "gm_naam"]);

    private static string[] Municipality => ["gemeentecode", "gm_code"];

    /// <summary>The queries' columns, in the order of <see cref="LayerColumn"/>.</summary>
    public IReadOnlyList<(LayerColumn Column, string[] Names, bool Required)> Columns =>
    [
        (LayerColumn.Code, Code, true),
        (LayerColumn.Name, Name, true),
        (LayerColumn.Municipality, Municipality, true),
        (LayerColumn.District, Level == AreaLevel.Neighbourhood ? Districts.Code : [], false),
        (LayerColumn.Water, ["water", "h2o"], false),
        (LayerColumn.Inhabitants, ["aantal_inwoners", "aant_inw"], false),
        (LayerColumn.Households, ["aantal_huishoudens", "aantal_hh"], false),
        (LayerColumn.ChangeCode, ["indelingswijziging_wijken_en_buurten", "ind_wbi"], false),
        (LayerColumn.Year, ["jaar"], false),
        (LayerColumn.YearAndCode, ["jrstatcode"], false),
    ];

    /// <summary>The column of a file that goes by one of these names; null when there is none.</summary>
    public static string? Match(IEnumerable<string> fileColumns, string[] names) =>
        fileColumns.FirstOrDefault(column => names.Any(name => Plain(name) == Plain(column)));

    private static string Plain(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}

/// <summary>What is read of an area. Columns about descent are not here and so are never read.</summary>
internal enum LayerColumn
{
    Code,
    Name,
    Municipality,
    District,
    Water,
    Inhabitants,
    Households,
    ChangeCode,
    Year,
    YearAndCode,
}
