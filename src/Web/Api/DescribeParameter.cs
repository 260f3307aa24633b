using Microsoft.OpenApi;

namespace Twente.Igw.Web.Api;

/// <summary>What may stand in an address, for whoever reads the OpenAPI document.</summary>
internal static class DescribeParameter
{
    private static readonly Dictionary<string, string> Meanings = new(StringComparer.Ordinal)
    {
        ["niveau"] = "gemeente, stadsdeel, wijk of buurt; zonder is het gemeente",
        ["gebied"] = "Code van een gebied zoals GM0153, WK015300 of BU01530000; zonder is het de gemeente",
        ["categorie"] =
            "Groep, delict of incidentcode zoals vermogen, 1.1.1 of E33; ook misdrijven, overlast of totaal",
        ["van"] = "Eerste week, zoals 2025-W45", ["tot"] = "Laatste week, zoals 2025-W48",
        ["vergelijk"] = "vorigjaar of driejaar; zonder wordt niet vergeleken",
        ["bekendOp"] = "Zoals bekend aan het eind van deze dag of op dit moment: 2025-11-30 of 2025-11-30T12:00",
        ["kengetal"] = "Code van een kengetal zoals inwoners of woz-waarde",
        ["periode"] = "2025, 2025-Q1, 2025-03 of 2025-W07; zonder is het de nieuwste",
        ["indelingsjaar"] = "Jaar van de indeling; zonder is het de nieuwste, bij cijfers die van de nieuwste week",
        ["pagina"] = "Nummer van de bladzijde, vanaf 1", ["perPagina"] = "Leveringen per bladzijde",
        ["nummer"] = "Nummer van de levering",
    };

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["indelingsjaar"] = 9999, ["pagina"] = 1_000_000, ["perPagina"] = ListForApi.MostPerPage,
    };

    private static readonly HashSet<string> Needed = new(StringComparer.Ordinal) { "categorie", "van", "tot" };

    public static void Of(OpenApiParameter parameter)
    {
        var name = parameter.Name!;
        parameter.Description = Meanings[name];
        parameter.Required = parameter.Required || Needed.Contains(name);
        if (Numbers.TryGetValue(name, out var most))
            parameter.Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Integer, Minimum = "1",
                Maximum = most.ToString(CultureInfo.InvariantCulture),
            };
    }
}
