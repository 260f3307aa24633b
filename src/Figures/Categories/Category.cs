namespace Twente.Igw.Figures;

/// <summary>One category: a class or incident code, a group, or a tree.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Kind">What it is in its tree.</param>
/// <param name="Parent">The group of a class, the tree of a group; null for a tree and for the control total.</param>
/// <param name="Origin">Whether people report it or control finds it.</param>
/// <param name="Sensitive">Exact only with a second permission; otherwise gemeente × year.</param>
/// <param name="Denominator">What it is set against per 1,000.</param>
public sealed record Category(
    CategoryCode Code, string Title, CategoryKind Kind, CategoryCode? Parent, CategoryOrigin Origin, bool Sensitive,
    Denominator Denominator)
{
    /// <summary>How coarse a sensitive category is shown without a second permission; null when it is not.</summary>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>From this day on nothing is counted under it any more; null while it is open.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Where a category stands.</summary>
public enum CategoryKind
{
    /// <summary>What a delivery counts: an offence class of the police or an incident code.</summary>
    Class,
    Group,

    /// <summary><c>misdrijven</c> or <c>overlast</c>; the two are never added on a screen.</summary>
    Tree,

    /// <summary><c>totaal</c>: everything, for reconciliation only.</summary>
    ControlTotal,
}

/// <summary>How a registration comes about (<c>aard</c>).</summary>
public enum CategoryOrigin
{
    /// <summary><c>breng</c>: reported by people.</summary>
    Reported,

    /// <summary><c>haal</c>: found by control; more effort, higher figure. Never ranked, hoger or lager.</summary>
    Found,
}

/// <summary>What a count is set against.</summary>
public enum Denominator
{
    /// <summary>No rate is made: those who do it do not live there (shoplifting, pickpocketing).</summary>
    None,
    Inhabitants,

    /// <summary>Homes; households where homes are unknown.</summary>
    Homes,
}
