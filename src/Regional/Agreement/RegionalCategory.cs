namespace Twente.Igw.Regional;

/// <summary>
/// A category as the gemeenten of the region share it: what is counted under it, and what may be said.
/// </summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Group">The group of a class; null for a group.</param>
/// <param name="Tree"><c>misdrijven</c> or <c>overlast</c>; never added to each other.</param>
/// <param name="Found">
/// Found by control (<c>haal</c>): more effort, higher figure. Never ranked, hoger or lager.
/// </param>
/// <param name="Denominator">What it is set against per 1,000.</param>
/// <param name="Sensitive">In no group's sum, and published by gemeente and year only.</param>
public sealed record RegionalCategory(
    string Code, string Title, string? Group, string Tree, bool Found, RegionalDenominator Denominator, bool Sensitive)
{
    public bool IsGroup => Group is null;
}

/// <summary>What a regional count is set against.</summary>
public enum RegionalDenominator
{
    /// <summary>No rate is made: those who do it do not live there.</summary>
    None,
    Inhabitants,

    /// <summary>Homes, for which households stand in while homes are not known per area.</summary>
    Households,
}
