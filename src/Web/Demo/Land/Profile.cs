namespace Twente.Igw.Web.Demo;

/// <summary>
/// Invented key figures of an area, in the columns that CBS has for them. Small areas have none, as with CBS.
/// </summary>
internal sealed record Profile
{
    /// <summary>The columns as SQL declares them, in the order of <see cref="Values"/>.</summary>
    public const string Columns =
        """
        oppervlakte_land_in_ha INTEGER, bevolkingsdichtheid_inwoners_per_km2 INTEGER,
            percentage_personen_15_tot_25_jaar INTEGER, percentage_personen_65_jaar_en_ouder INTEGER,
            percentage_eenpersoonshuishoudens INTEGER, gemiddelde_huishoudsgrootte REAL,
            gemiddelde_woningwaarde INTEGER, percentage_huurwoningen INTEGER,
            gemiddeld_inkomen_per_inwoner REAL, percentage_huishoudens_met_laag_inkomen REAL
        """;

    private const int FewestInhabitants = 70;
    private const int KeptSecret = -99997;
    private readonly double[] _shares;

    private Profile(double hectares, int inhabitants, double[] shares) =>
        (Hectares, Inhabitants, _shares) = (hectares, inhabitants, shares);

    private double Hectares { get; }

    private int Inhabitants { get; }

    private bool IsKnown => Inhabitants >= FewestInhabitants;

    /// <summary>The values of <see cref="Columns"/>.</summary>
    public object[] Values =>
    [
        (int)Math.Round(Hectares), Hectares < 0.5 ? KeptSecret : (int)(100 * Inhabitants / Hectares),
        .. _shares.Select((share, i) => (object)(IsKnown ? Rounded(share, i) : KeptSecret)),
    ];

    /// <summary>Of a neighbourhood: small households, cheap homes and low incomes go together, mostly.</summary>
    public static Profile Of(Neighbourhood area)
    {
        var dice = Dice.For(Region.BoundaryYear, int.Parse(area.Code[2..], CultureInfo.InvariantCulture), 7);
        var size = area.Households == 0 ? 2.2 : Math.Clamp((double)area.Inhabitants / area.Households, 1.3, 3.2);
        var alone = Math.Clamp(118 - 37 * size + 5 * dice.Normal(), 6, 82);
        var rent = Math.Clamp(0.9 * alone + (area.Setting == Setting.Centre ? 14 : -2) + 12 * dice.Normal(), 2, 96);
        var worth = Math.Max(130, 460 - 3.1 * rent + (area.Setting == Setting.Rural ? 90 : 0) + 35 * dice.Normal());
        var income = 14 + worth / 22 + 1.5 * dice.Normal();
        return new Profile(area.Border.Area / 10_000, area.Inhabitants,
        [
            Math.Clamp(9 + alone / 8 + 3 * dice.Normal(), 4, 48), Math.Clamp(22 + 6 * dice.Normal(), 4, 46), alone,
            size, worth, rent, income, Math.Clamp(24 - 0.75 * income + rent / 9 + dice.Normal(), 1.2, 28),
        ]);
    }

    /// <summary>Of several neighbourhoods together, by their inhabitants.</summary>
    public static Profile Of(IReadOnlyList<Neighbourhood> areas)
    {
        var parts = areas.Select(Of).ToList();
        var inhabitants = parts.Sum(p => p.Inhabitants);
        var weight = Math.Max(1, parts.Where(p => p.IsKnown).Sum(p => p.Inhabitants));
        var shares = new double[parts[0]._shares.Length];
        foreach (var part in parts.Where(p => p.IsKnown))
            for (var i = 0; i < shares.Length; i++)
                shares[i] += part._shares[i] * part.Inhabitants / weight;
        return new Profile(parts.Sum(p => p.Hectares), inhabitants, shares);
    }

    /// <summary>One decimal for the size of households, incomes and low incomes; none for the others.</summary>
    private static double Rounded(double share, int at) => Math.Round(share, at is 3 or 6 or 7 ? 1 : 0);
}
