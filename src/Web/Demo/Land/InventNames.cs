namespace Twente.Igw.Web.Demo;

/// <summary>Names that sound like Twente and that no neighbourhood there has; each is given out once.</summary>
internal sealed class InventNames
{
    private static readonly string[] Beginnings =
    [
        "Wilgen", "Hazel", "Sleedoorn", "Varen", "Kamille", "Klaver", "Haver", "Boekweit", "Zwaluw", "Wielewaal",
        "Kwartel", "Ransuil", "Vuurvlinder", "Otter", "Eekhoorn", "Molenaars", "Wevers", "Spinsters", "Kuipers",
        "Turfgravers", "Schaapherders", "Klokken", "Zilver", "Koper", "Kersen",
    ];

    private static readonly string[] HomeEndings =
        ["kamp", "gaarde", "brink", "wijck", "stede", "horn", "tuin", "donk", "hage", "akker"];

    private static readonly string[] RuralEndings = ["broek", "esrand", "venne", "goor", "marke", "heuvel"];

    private static readonly string[] CentreNames =
    [
        "Marktkwartier", "Lakenhalkwartier", "Waagpleinbuurt", "Torenstegen", "Kroonpleinbuurt", "Ambachtskwartier",
        "Beurspoort", "Stadsgaarde", "Hofpoort", "Lindepleinbuurt", "Raadhuiskwartier", "Pompstraatbuurt",
        "Zuiderpoort", "Weeghuiskwartier", "Gildepoort", "Singelkwartier", "Dorpspomp", "Kerkstegen", "Brinkpoort",
        "Klokkenstegen",
    ];

    private readonly Queue<string> _centres;
    private readonly Queue<string> _homes;
    private readonly Queue<string> _rural;

    public InventNames(int seed)
    {
        var dice = Dice.For(seed, 0, 2);
        _centres = new(dice.Shuffle(CentreNames));
        _homes = new(dice.Shuffle(Paired(HomeEndings)));
        _rural = new(dice.Shuffle(Paired(RuralEndings)));
    }

    public string Next(Setting setting) => setting switch
    {
        Setting.Centre => _centres.Dequeue(),
        Setting.Industrial => $"Bedrijvenpark {_rural.Dequeue()}",
        Setting.Rural => _rural.Count > 40 ? _rural.Dequeue() : $"{Home()}-Buiten",
        _ => Home(),
    };

    /// <summary>When all are given out, each has a part to the north, east, south and west.</summary>
    private string Home()
    {
        var name = _homes.Dequeue();
        if (!name.Contains('-', StringComparison.Ordinal))
            foreach (var wind in (string[])["Noord", "Oost", "Zuid", "West"])
                _homes.Enqueue($"{name}-{wind}");
        return name;
    }

    private static IEnumerable<string> Paired(string[] endings) =>
        Beginnings.SelectMany(_ => endings, (beginning, ending) => beginning + ending);
}
