namespace Twente.Igw.Figures;

/// <summary>What a tenant changed about a category, in words for readers.</summary>
/// <param name="From">The first day on which it holds.</param>
/// <param name="Code">The category.</param>
/// <param name="Text">What changed, in Dutch.</param>
public sealed record DatedText(DateOnly From, CategoryCode Code, string Text);
