namespace Twente.Igw.Testing;

/// <summary>Gives an invented wijk- en buurtkaart the columns with key figures that the real one has.</summary>
public static class KeyFigureFile
{
    /// <summary>
    /// Shares, means and hectares that follow from the row's number, one neighbourhood that CBS keeps to itself, and a
    /// column about descent as older files have it.
    /// </summary>
    public static string AddTo(string path) => GeoPackageFile.Alter(path, string.Concat(
        from table in (string[])["gemeenten", "wijken", "buurten"]
        select
        $"""
        ALTER TABLE {table} ADD COLUMN percentage_eenpersoonshuishoudens INTEGER;
        ALTER TABLE {table} ADD COLUMN gemiddelde_huishoudsgrootte REAL;
        ALTER TABLE {table} ADD COLUMN gemiddelde_woningwaarde INTEGER;
        ALTER TABLE {table} ADD COLUMN percentage_uit_marokko INTEGER;
        UPDATE {table} SET percentage_eenpersoonshuishoudens = 20 + 3 * fid,
            gemiddelde_huishoudsgrootte = 1.5 + fid / 10.0, gemiddelde_woningwaarde = 150 + 20 * fid,
            percentage_uit_marokko = fid;
        """)
        + "UPDATE buurten SET percentage_eenpersoonshuishoudens = -99997 WHERE buurtcode LIKE 'BU____0102';"
        + "UPDATE buurten SET gemiddelde_woningwaarde = -99999999 WHERE buurtcode LIKE 'BU____0102';"
        + "ALTER TABLE buurten ADD COLUMN oppervlakte_land_in_ha INTEGER;"
        + "UPDATE buurten SET oppervlakte_land_in_ha = 10 * fid;"
        + "UPDATE buurten SET oppervlakte_land_in_ha = 0 WHERE buurtcode LIKE 'BU____0000';");
}
