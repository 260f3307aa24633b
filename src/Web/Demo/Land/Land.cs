using NetTopologySuite.Geometries;

namespace Twente.Igw.Web.Demo;

/// <summary>What a neighbourhood is made of; decides what happens there.</summary>
internal enum Setting
{
    /// <summary>Shops, stations and going out.</summary>
    Centre,
    Residential,
    Industrial,
    Rural,
}

/// <summary>An invented neighbourhood.</summary>
internal sealed record Neighbourhood
{
    /// <summary><c>BU</c> and eight digits: gemeente, district, number.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Setting Setting { get; init; }

    public required int Inhabitants { get; init; }

    public required int Households { get; init; }

    public required Polygon Border { get; init; }

    /// <summary>The code of the district, which is how the neighbourhood's own begins.</summary>
    public string District => string.Concat("WK", Code.AsSpan(2, 6));
}

/// <summary>An invented district.</summary>
internal sealed record District(string Code, string Name, IReadOnlyList<Neighbourhood> Neighbourhoods);

/// <summary>A gemeente with its invented inside; districts and neighbourhoods in order of code.</summary>
internal sealed record Territory(Municipality Municipality, IReadOnlyList<District> Districts)
{
    public IReadOnlyList<Neighbourhood> Neighbourhoods { get; } = [.. Districts.SelectMany(d => d.Neighbourhoods)];
}
