using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>How exactly somebody may see figures.</summary>
public enum Ring
{
    /// <summary>True counts of the own gemeente, by permission <c>cijfers.exact</c>.</summary>
    Exact,

    /// <summary>Lezen: fixed grid of periods, counts in classes below 20.</summary>
    Classes,

    /// <summary>Publicatie: the approved publication cube only.</summary>
    Published,
}

/// <summary>For whom an answer is made. Every answer passes the one disclosure function with one of these.</summary>
/// <param name="Municipality">Whose figures this viewer may see.</param>
/// <param name="Ring">How exactly.</param>
/// <param name="Name">Pseudonymous name for the audit chain.</param>
public sealed record Viewer(AreaCode Municipality, Ring Ring, string Name)
{
    /// <summary>Sees sensitive categories as finely as others, by permission <c>cijfers.gevoelig</c>.</summary>
    public bool SeesSensitive { get; init; }
}
