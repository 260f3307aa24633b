namespace Twente.Igw.Areas;

/// <summary>What the weight of a crosswalk's row follows from.</summary>
public enum CrosswalkBasis
{
    /// <summary><c>ongewijzigd</c>: the same code and the same ground.</summary>
    Unchanged,

    /// <summary><c>hernummerd</c>: the same ground under another code.</summary>
    Renumbered,

    /// <summary><c>samengevoegd</c>: the whole neighbourhood went into a larger one.</summary>
    Merged,

    /// <summary><c>adressen</c>: divided by where the addresses lie.</summary>
    Addresses,

    /// <summary><c>inwoners</c>: divided by where the inhabitants live.</summary>
    Inhabitants,

    /// <summary><c>oppervlakte</c>: divided by ground, only where nothing better is known.</summary>
    Ground,
}

/// <summary>Where a crosswalk is in its life; only a reviewed one is used.</summary>
public enum CrosswalkState
{
    Draft,
    Reviewed,
    Rejected,

    /// <summary>Another one was reviewed for the same two years.</summary>
    Replaced,
}

/// <summary>The Dutch words of a crosswalk, as in files and on screens.</summary>
public static class CrosswalkWords
{
    private static readonly CrosswalkBasis[] All = Enum.GetValues<CrosswalkBasis>();

    public static string Of(CrosswalkBasis basis) => basis switch
    {
        CrosswalkBasis.Unchanged => "ongewijzigd",
        CrosswalkBasis.Renumbered => "hernummerd",
        CrosswalkBasis.Merged => "samengevoegd",
        CrosswalkBasis.Addresses => "adressen",
        CrosswalkBasis.Inhabitants => "inwoners",
        _ => "oppervlakte",
    };

    public static string Of(CrosswalkState state) => state switch
    {
        CrosswalkState.Draft => "concept",
        CrosswalkState.Reviewed => "goedgekeurd",
        CrosswalkState.Rejected => "afgewezen",
        _ => "vervangen",
    };

    /// <summary>What a basis means, for whoever has to judge it.</summary>
    public static string Meaning(CrosswalkBasis basis) => basis switch
    {
        CrosswalkBasis.Unchanged => "Dezelfde code en dezelfde grens.",
        CrosswalkBasis.Renumbered => "Dezelfde grens met een andere code.",
        CrosswalkBasis.Merged => "De hele buurt ging op in een grotere buurt.",
        CrosswalkBasis.Addresses => "Verdeeld naar waar de adressen liggen.",
        CrosswalkBasis.Inhabitants => "Verdeeld naar waar de inwoners wonen.",
        _ => "Verdeeld naar oppervlakte, omdat adressen en inwoners niet bekend zijn. De grofste schatting.",
    };

    internal static bool TryBasis(string text, out CrosswalkBasis basis)
    {
        var at = Array.FindIndex(All, b => Of(b) == text);
        basis = at < 0 ? default : All[at];
        return at >= 0;
    }

    /// <summary>Whether this basis says that a neighbourhood goes whole to one other.</summary>
    internal static bool IsWhole(CrosswalkBasis basis) => basis < CrosswalkBasis.Addresses;
}
