using System.Text.Json.Nodes;
using Twente.Igw.Deliveries;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mappings;

public sealed class MappingTests
{
    private static readonly JsonNode Schema = JsonNode.Parse(Mapping.Schema())!;

    [Fact]
    public void What_is_written_follows_the_published_schema()
    {
        Follows(Schema, JsonNode.Parse(SupplierExport.Mapping.ToJson())!, "$");
        Follows(Schema, JsonNode.Parse((SupplierExport.Mapping with
        {
            Encoding = SourceEncoding.Windows1252,
            Sheet = "Blad1",
            Columns = new Dictionary<string, ColumnRule>
            {
                ["week"] = new() { Source = "Week", YearSource = "Jaar", Form = ValueForm.WeekNumber },
            },
        }).ToJson())!, "$");
    }

    [Fact]
    public void The_schema_explains_every_property_and_names_every_form()
    {
        var rule = Schema["properties"]!["kolommen"]!["additionalProperties"]!;
        foreach (var properties in (JsonNode[])[Schema["properties"]!, rule["properties"]!])
            Assert.All(properties.AsObject(), p => Assert.NotEmpty(p.Value!["description"]!.GetValue<string>()));
        Assert.Equal(
            Enum.GetValues<ValueForm>().Length, rule["properties"]!["soort"]!["enum"]!.AsArray().Count);
        Assert.Equal(
            ["leverancier", "contract", "bestandsnaam", "kolommen"],
            Schema["required"]!.AsArray().Select(r => r!.GetValue<string>()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"leverancier":"politie","contract":"politie-week","bestandsnaam":"a","kolommen":null}""")]
    [InlineData("""{"leverancier":"politie","contract":"politie-week","bestandsnaam":"a","kolommen":{"week":null}}""")]
    [InlineData("""{"leverancier":"a","contract":"b","bestandsnaam":"c","kolommen":{},"anders":1}""")]
    [InlineData("""{"leverancier":"a","leverancier":"b","contract":"b","bestandsnaam":"c","kolommen":{}}""")]
    [InlineData("""{"vorm":2,"leverancier":"a","contract":"b","bestandsnaam":"c","kolommen":{}}""")]
    [InlineData("""{"leverancier":"a","contract":"b","bestandsnaam":"c","kolommen":{"week":{"soort":"raad"}}}""")]
    [InlineData("""{"leverancier":"\uD800","contract":"b","bestandsnaam":"c","kolommen":{}}""")]
    [InlineData("""{"leverancier":null,"contract":"b","bestandsnaam":"c","kolommen":{}}""")]
    [InlineData("""{"leverancier":"a","contract":"b","bestandsnaam":"c","kolommen":{},"negeren":[null]}""")]
    [InlineData("""{"leverancier":"a","contract":"b","bestandsnaam":"c","kolommen":{"w":{"lijst":{"a":null}}}}""")]
    public void What_is_no_mapping_is_not_read(string json)
    {
        Assert.False(Mapping.TryRead(json, out _, out var objection));
        Assert.NotEmpty(objection);
    }

    public static TheoryData<string, Mapping> Wrong => new()
    {
        { "kan geen vertaling", SupplierExport.Mapping with { Contract = ContractName.PolitieWeekDistrict } },
        { "geen leverancierscode", SupplierExport.Mapping with { Supplier = "../x" } },
        { "eindigt op", SupplierExport.Mapping with { FileName = "Export*" } },
        { "vaste letters", SupplierExport.Mapping with { FileName = "*.csv" } },
        { "nooit vertaald", SupplierExport.Mapping with { FileName = "politie-week_*.csv" } },
        { "geen map", SupplierExport.Mapping with { FileName = "../Export*.csv" } },
        { "niet zonder {jaar}", SupplierExport.Mapping with { FileName = "Export {week}.csv" } },
        { "scheidingsteken", SupplierExport.Mapping with { Delimiter = "; " } },
        { "kopregel", SupplierExport.Mapping with { HeaderLine = 0 } },
        { "gebruikt en genegeerd", SupplierExport.Mapping with { Ignored = ["TIJD"] } },
        { "waar week vandaan komt", Column("week", null) },
        { "geen kolom straat", Column("straat", new ColumnRule { Constant = "x" }) },
        { "niet allebei", Column("week", new ColumnRule { Source = "Week", Constant = "2025-W10" }) },
        { "niet allebei", Column("week", new ColumnRule()) },
        { "kolom met het jaar", Column("week", new ColumnRule { Source = "W", Form = ValueForm.WeekNumber }) },
        { "zeg wat 'x' wordt", Column("code", Listed(("x", Mapping.Open))) },
        { "twee keer in de lijst", Column("code", Listed(("Één", "1.1.1"), ("een", "1.1.2"))) },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void What_cannot_work_is_said_before_it_is_saved(string said, Mapping mapping) =>
        Assert.Contains(said, Assert.Single(MappingObjections.Of(mapping)), StringComparison.Ordinal);

    [Fact]
    public void The_example_has_no_objections() => Assert.Empty(MappingObjections.Of(SupplierExport.Mapping));

    [Theory]
    [InlineData("Export Enschede week *.xlsx", "export enschede WEEK 07.XLSX", true)]
    [InlineData("Export (2).csv", "Export (2).csv", true)]
    [InlineData("Export (2).csv", "Export 2.csv", false)]
    [InlineData("Export *.csv", "Export 1.csv.exe", false)]
    [InlineData("Export *.csv", "Export 1.csv\n", false)]
    [InlineData("Export {jaar}-{week}.csv", "Export 2025-7.csv", true)]
    [InlineData("Export {jaar}-{week}.csv", "Export 25-7.csv", false)]
    public void A_name_is_known_by_its_pattern(string pattern, string name, bool known) =>
        Assert.Equal(known, new FileNamePattern(pattern).Matches(name));

    [Theory]
    [InlineData("’t Zwering", "'T  ZWERING ")]
    [InlineData("Sint-Jozefbuurt", "sint–jozefbuurt")]
    [InlineData("Étage\u00a0Één", "etage een")]
    public void Names_are_the_same_without_capitals_accents_and_extra_blanks(string one, string other) =>
        Assert.Equal(FoldedText.Of(one), FoldedText.Of(other));

    private static ColumnRule Listed(params (string From, string To)[] list) => new()
    {
        Source = "Soort", Form = ValueForm.Listed, List = list.ToDictionary(l => l.From, l => l.To),
    };

    private static Mapping Column(string name, ColumnRule? rule)
    {
        var columns = SupplierExport.Mapping.Columns.ToDictionary();
        if (rule is null)
            columns.Remove(name);
        else
            columns[name] = rule;
        return SupplierExport.Mapping with { Columns = columns };
    }

    /// <summary>What of JSON Schema the exported one uses.</summary>
    private static void Follows(JsonNode schema, JsonNode value, string at)
    {
        if (schema["enum"] is JsonArray values)
            Assert.Contains(value.GetValue<string>(), values.Select(v => v!.GetValue<string>()));
        if (value is JsonArray items)
            Assert.All(items, item => Follows(schema["items"]!, item!, at));
        if (value is not JsonObject properties)
            return;
        foreach (var (name, property) in properties)
            Follows(
                schema["properties"]?[name] ?? schema["additionalProperties"] as JsonObject
                    ?? throw new InvalidOperationException($"{at}.{name} is not in the schema."),
                property!, $"{at}.{name}");
        foreach (var required in schema["required"]?.AsArray() ?? [])
            Assert.True(properties.ContainsKey(required!.GetValue<string>()), $"{at} lacks {required}");
    }
}
