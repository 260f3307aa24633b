namespace Twente.Igw.Areas;

/// <summary>One row of a layer, read but not yet compared with other rows.</summary>
internal sealed record AreaRecord
{
    public required LayerForm Layer { get; init; }

    /// <summary>Number of the row in its layer, by which its border is found.</summary>
    public required long Row { get; init; }

    public required AreaCode Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The municipality the row states, as it states it.</summary>
    public required object? Municipality { get; init; }

    /// <summary>The district a neighbourhood's row states, as it states it; null when it states none.</summary>
    public required object? District { get; init; }

    /// <summary>False for CBS's rows about open water (<c>JA</c>) and Belgian ground (<c>B</c>).</summary>
    public required bool IsLand { get; init; }

    public required int? Inhabitants { get; init; }

    public required int? Households { get; init; }

    public required int? ChangeCode { get; init; }

    public required int? Year { get; init; }

    /// <summary>How a finding names this row: <c>buurt BU01530000</c>.</summary>
    public string Thing => $"{Layer.Singular} {Code}";

    public AreaCode? Parent => Layer.Level switch
    {
        AreaLevel.Neighbourhood => Code.District,
        AreaLevel.District => Code.Municipality,
        _ => null,
    };

    /// <summary>What of this row is stored, in a form that is the same for the same content.</summary>
    public string Content => string.Create(
        CultureInfo.InvariantCulture, $"{Code}|{Inhabitants}|{Households}|{ChangeCode}|{Name.Length}|{Name}\n");

    public AreaRow ToRow(int year) => new()
    {
        BoundaryYear = year,
        Code = Code.Code,
        Level = (int)Layer.Level,
        Name = Name,
        Parent = Parent?.Code,
        Municipality = Code.Municipality.Code,
        Inhabitants = Inhabitants,
        Households = Households,
        ChangeCode = ChangeCode,
    };
}
