namespace Twente.Igw.Web.Drawings;

/// <summary>What a colour or the length of a bar stands for.</summary>
internal enum Measure
{
    /// <summary>Aantal.</summary>
    Count,

    /// <summary>Per 1.000 of the category's denominator.</summary>
    Per1000,

    /// <summary>Vergelijking: how a count differs from that of earlier windows.</summary>
    Deviation,
}
