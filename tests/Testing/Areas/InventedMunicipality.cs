namespace Twente.Igw.Testing;

/// <summary>
/// A municipality that does not exist: a grid of square-kilometre neighbourhoods, a column per district. Names and
/// numbers follow from the codes, so a test can say what it expects.
/// </summary>
/// <param name="Code">Its code, <c>GM</c> and four digits.</param>
/// <param name="Name">Its name.</param>
/// <param name="Districts">Number of districts, numbered from 00.</param>
/// <param name="PerDistrict">Number of neighbourhoods in each, numbered from 00.</param>
public sealed record InventedMunicipality(string Code, string Name, int Districts = 2, int PerDistrict = 3)
{
    /// <summary>Inhabitants of neighbourhood 0, 1, … counted through all districts: 500, 600, 700, ….</summary>
    public static int InhabitantsOf(int neighbourhood) => 500 + 100 * neighbourhood;

    /// <summary>As with CBS the total is not the sum of the neighbourhoods, which are rounded to 5.</summary>
    public int Inhabitants => Enumerable.Range(0, Districts * PerDistrict).Sum(InhabitantsOf) + 7;

    public string Digits => Code[2..];

    public string District(int district) => $"WK{Digits}{district:00}";

    public string Neighbourhood(int district, int number) => $"BU{Digits}{district:00}{number:00}";
}
