using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Twente.Igw.Deliveries;

/// <summary>How a supplier's own layout becomes a contract: which file, which columns, which words.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
[Description("Een vertaling: hoe het bestand van een leverancier een soort levering wordt.")]
public sealed record Mapping
{
    /// <summary>A list of every neighbourhood in every spelling is a tenth of it.</summary>
    public const int LongestJson = 200_000;

    /// <summary>What a list says of a value for which nothing is decided yet.</summary>
    public const string Open = "?";

    private const int ThisForm = 1;

    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, AllowDuplicateProperties = false,
        PropertyNameCaseInsensitive = false, NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true, TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    [JsonPropertyName("vorm"), Description("Versie van deze vorm: 1.")]
    public int Form { get; init; } = ThisForm;

    [JsonPropertyName("leverancier"), Description("Code van de leverancier, zoals politie.")]
    public required string Supplier { get; init; }

    [JsonPropertyName("contract"), Description("Het soort levering dat het bestand wordt, zoals politie-week.")]
    public required string Contract { get; init; }

    [JsonPropertyName("bestandsnaam")]
    [Description("Patroon van de bestandsnaam: * is willekeurig, {jaar} vier cijfers, {week} een of twee cijfers.")]
    public required string FileName { get; init; }

    [JsonPropertyName("blad"), Description("Blad van de werkmap; leeg: het eerste zichtbare blad met de kolommen.")]
    public string Sheet { get; init; } = "";

    [JsonPropertyName("scheidingsteken"), Description("Teken tussen de kolommen van een CSV-bestand.")]
    public string Delimiter { get; init; } = ";";

    [JsonPropertyName("tekenset"), Description("Tekenset van een CSV-bestand.")]
    public SourceEncoding Encoding { get; init; }

    [JsonPropertyName("kopregel")]
    [Description("Regel waarop de namen van de kolommen staan; wat erboven staat telt niet.")]
    public int HeaderLine { get; init; } = 1;

    [JsonPropertyName("optellen")]
    [Description("Tel het aantal op van rijen die verder gelijk zijn, zoals bij één rij per incident.")]
    public bool AddsUp { get; init; }

    [JsonPropertyName("kolommen"), Description("Voor elke kolom van de levering waar zij vandaan komt.")]
    public required IReadOnlyDictionary<string, ColumnRule> Columns { get; init; }

    [JsonPropertyName("negeren")]
    [Description("Kolommen van het bestand die niet gebruikt worden. Elke andere kolom is een bevinding.")]
    public IReadOnlyList<string> Ignored { get; init; } = [];

    /// <summary>Reads a mapping; when it is none, says why in one Dutch sentence.</summary>
    public static bool TryRead(
        string json, [NotNullWhen(true)] out Mapping? mapping, [NotNullWhen(false)] out string? objection)
    {
        (mapping, objection) = (null, null);
        try
        {
            mapping = json.Length <= LongestJson ? JsonSerializer.Deserialize<Mapping>(json, Written) : null;
            objection = mapping switch
            {
                null => $"De vertaling is leeg of langer dan {LongestJson} tekens.",
                { Form: not ThisForm } => $"De vertaling heeft vorm {mapping.Form}; hier hoort vorm {ThisForm}.",
                _ => HasHoles(mapping) ? "In de vertaling is een kolom of een regel van een lijst leeg." : null,
            };
        }
        catch (JsonException wrong)
        {
            objection = $"De vertaling is niet te lezen, bij {wrong.Path ?? "$"} op regel {wrong.LineNumber + 1}.";
        }
        return objection is null;
    }

    /// <summary>The mapping without the lines of lists that wait for a person.</summary>
    public Mapping Settled() => this with
    {
        Columns = Columns.ToDictionary(c => c.Key, c => c.Value with
        {
            List = c.Value.List.Where(l => l.Value != Open).ToDictionary(),
        }),
    };

    /// <summary>The one way in which it is written: what says the same is the same text.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Written);

    /// <summary>The JSON Schema of <see cref="ToJson"/>, made from this type.</summary>
    public static string Schema() => Written.GetJsonSchemaAsNode(typeof(Mapping), new JsonSchemaExporterOptions
    {
        TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Described,
    }).ToJsonString(Written);

    /// <summary>Of what lies in a list or dictionary the reader does not say whether it may be missing.</summary>
    private static bool HasHoles(Mapping mapping) =>
        mapping.Ignored.Any(title => title is null)
        || mapping.Columns.Values.Any(rule => rule is null || rule.List.Values.Any(target => target is null));

    private static JsonNode Described(JsonSchemaExporterContext of, JsonNode schema)
    {
        var said = (of.PropertyInfo?.AttributeProvider ?? of.TypeInfo.Type)
            .GetCustomAttributes(typeof(DescriptionAttribute), inherit: false).OfType<DescriptionAttribute>()
            .FirstOrDefault();
        if (said is not null && schema is JsonObject node)
            node.Insert(0, "description", said.Description);
        return schema;
    }
}

/// <summary>Where one column of a contract comes from: a column of the file, or always the same.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ColumnRule
{
    [JsonPropertyName("bron"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Titel van de kolom in het bestand. Hoofdletters, accenten en extra spaties tellen niet.")]
    public string? Source { get; init; }

    [JsonPropertyName("vast"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Waarde die voor elke rij geldt; in plaats van een bron.")]
    public string? Constant { get; init; }

    [JsonPropertyName("soort"), Description("Hoe de waarde van de bron gelezen wordt.")]
    public ValueForm Form { get; init; }

    [JsonPropertyName("jaar"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Titel van de kolom met het jaar; alleen bij soort weeknummer.")]
    public string? YearSource { get; init; }

    [JsonPropertyName("lijst"), Description("Waarden van de bron en wat zij worden; gaat voor op de soort.")]
    public IReadOnlyDictionary<string, string> List { get; init; } = new Dictionary<string, string>();
}

/// <summary>How a value of a source column is read.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ValueForm>))]
public enum ValueForm
{
    /// <summary>As the contract wants it.</summary>
    [JsonStringEnumMemberName("gelijk")] AsIs,

    /// <summary>Only what the list names.</summary>
    [JsonStringEnumMemberName("lijst")] Listed,

    /// <summary>A date, of which the ISO week.</summary>
    [JsonStringEnumMemberName("week-van-datum")] WeekOfDate,

    /// <summary>A number of a week; the year stands in a column of its own.</summary>
    [JsonStringEnumMemberName("weeknummer")] WeekNumber,

    /// <summary>A date, of which the month.</summary>
    [JsonStringEnumMemberName("maand-van-datum")] MonthOfDate,

    /// <summary>A date, of which the year.</summary>
    [JsonStringEnumMemberName("jaar-van-datum")] YearOfDate,

    /// <summary>A date, of which the day of the week.</summary>
    [JsonStringEnumMemberName("weekdag-van-datum")] WeekdayOfDate,

    /// <summary>A day of the week, written out or as its first two letters.</summary>
    [JsonStringEnumMemberName("weekdagnaam")] WeekdayName,

    /// <summary>A time of the clock, of which the daypart.</summary>
    [JsonStringEnumMemberName("dagdeel-van-tijd")] DaypartOfTime,

    /// <summary>The name or code of a neighbourhood.</summary>
    [JsonStringEnumMemberName("buurtnaam")] NeighbourhoodName,

    /// <summary>The name or code of a district.</summary>
    [JsonStringEnumMemberName("wijknaam")] DistrictName,
}

/// <summary>In which signs a CSV file is written.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SourceEncoding>))]
public enum SourceEncoding
{
    /// <summary>What spreadsheets call "CSV UTF-8".</summary>
    [JsonStringEnumMemberName("utf-8")] Utf8,

    /// <summary>What older programs on Windows write.</summary>
    [JsonStringEnumMemberName("windows-1252")] Windows1252,
}
