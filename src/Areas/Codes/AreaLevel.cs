namespace Twente.Igw.Areas;

/// <summary>The levels figures are answered on, coarse to fine.</summary>
public enum AreaLevel
{
    /// <summary>Gemeente, <c>GM</c> and four digits.</summary>
    Municipality,

    /// <summary>Stadsdeel: the tenant's own grouping of districts; <c>SD</c>, four digits and a name.</summary>
    Borough,

    /// <summary>Wijk, <c>WK</c> and six characters.</summary>
    District,

    /// <summary>Buurt, <c>BU</c> and eight characters.</summary>
    Neighbourhood,
}
