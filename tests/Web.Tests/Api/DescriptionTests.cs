using System.Text.Json;
using Twente.Igw.Web.Tests.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Api;

[Collection(nameof(Site))]
public sealed class DescriptionTests(Site site)
{
    public static readonly TheoryData<string, string> Answers = new()
    {
        { "/cijfers", "/cijfers?niveau=buurt&categorie=vermogen&van=2025-W41&tot=2025-W44&vergelijk=driejaar" },
        { "/reeks", "/reeks?categorie=vermogen&van=2025-W41&tot=2025-W44" },
        { "/tijdstip", "/tijdstip?categorie=vermogen&van=2025-W41&tot=2025-W44" },
        { "/gebieden", "/gebieden" }, { "/categorieen", "/categorieen" }, { "/leveringen", "/leveringen" },
        { "/leveringsstand", "/leveringsstand" },
        { "/leveringen/{nummer}", "/leveringen/5" }, { "/kengetallen", "/kengetallen" },
        { "/kengetallen/{kengetal}", "/kengetallen/woz-waarde?niveau=buurt" },
        { "/leveringen/{nummer}/verschil", "/leveringen/4/verschil" }, { "/aanvulling", "/aanvulling" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_is_what_the_description_says(string path, string asked)
    {
        using var client = site.Client();
        var document = await client.Json("/api/v1/openapi.json");
        var schema = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses")
            .GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");

        List<string> faults = [];
        Compare(document, schema, await client.Json("/api/v1" + asked), path, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_endpoint_is_described()
    {
        using var client = site.Client();
        var document = await client.Json("/api/v1/openapi.json");

        Assert.Equal(Answers.Select(row => row.Data.Item1).Order(), document.GetProperty("paths").Names().Order());
    }

    /// <summary>Names and kinds of values, as deep as they go.</summary>
    private static void Compare(
        JsonElement document, JsonElement schema, JsonElement value, string at, List<string> faults)
    {
        var described = Resolve(document, schema);
        if (value.ValueKind == JsonValueKind.Null)
            return;
        var kind = described.TryGetProperty("type", out var type) ? type.GetString() : "no type";
        if (kind != KindOf(value) && !(kind == "number" && KindOf(value) == "integer"))
            faults.Add($"{at}: described as {kind}, is {KindOf(value)}");
        else if (value.ValueKind == JsonValueKind.Array)
            foreach (var item in value.EnumerateArray().Take(20))
                Compare(document, described.GetProperty("items"), item, at + "[]", faults);
        else if (value.ValueKind == JsonValueKind.Object)
            foreach (var property in value.EnumerateObject())
                if (described.GetProperty("properties").TryGetProperty(property.Name, out var part))
                    Compare(document, part, property.Value, $"{at}.{property.Name}", faults);
                else
                    faults.Add($"{at}.{property.Name}: not described");
    }

    private static JsonElement Resolve(JsonElement document, JsonElement schema)
    {
        foreach (var group in new[] { "oneOf", "anyOf", "allOf" })
            if (schema.TryGetProperty(group, out var parts))
                return Resolve(document, parts.EnumerateArray()
                    .First(p => p.TryGetProperty("$ref", out _) || p.TryGetProperty("type", out _)));
        return schema.TryGetProperty("$ref", out var reference)
            ? document.GetProperty("components").GetProperty("schemas")
                .GetProperty(reference.GetString()!.Split('/')[^1])
            : schema;
    }

    private static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => value.TryGetInt64(out _) ? "integer" : "number",
    };
}
