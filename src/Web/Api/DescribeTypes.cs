using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>Types that write themselves as a text are described as that text, not by what they are made of.</summary>
internal static class DescribeTypes
{
    private static readonly Dictionary<Type, (string? Pattern, string Example)> Texts = new()
    {
        [typeof(AreaCode)] = ("^(GM[0-9]{4}|WK[0-9]{4}[0-9A-Z]{2}|BU[0-9]{4}[0-9A-Z]{4})$", "BU01530000"),
        [typeof(IsoWeek)] = ("^[0-9]{4}-W[0-9]{2}$", "2025-W45"),
        [typeof(CategoryCode)] = (null, "vermogen"),
        [typeof(KeyFigureCode)] = ("^[a-z0-9-]{1,40}$", "woz-waarde"),
        [typeof(KeyFigurePeriod)] = ("^[0-9]{4}(-Q[1-4]|-[0-9]{2}|-W[0-9]{2})?$", "2025-Q1"),
        [typeof(Adding)] = ("^(optelbaar|gemiddelde)$", "optelbaar"),
        [typeof(AreaLevel)] = ("^(gemeente|wijk|buurt)$", "buurt"),
        [typeof(Ring)] = ("^(exact|lezen|publicatie)$", "exact"),
        [typeof(CountClass)] = ("^(1-4|5-9|10-19|1-19|20\\+|x)$", "1-4; staat er waar in ring Lezen geen aantal staat"),
    };

    private static readonly (string Name, string Meaning)[] MoreOfAProblem =
        [("code", "Blijft gelijk als de woorden veranderen."), ("parameter", "De parameter waarover het gaat.")];

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (Texts.TryGetValue(Nullable.GetUnderlyingType(type) ?? type, out var text))
        {
            var orNothing = schema.Type?.HasFlag(JsonSchemaType.Null) ?? false;
            (schema.Properties, schema.Required, schema.Enum, schema.AnyOf) = (null, null, null, null);
            schema.Type = orNothing ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
            (schema.Pattern, schema.Description) = (text.Pattern, $"Zoals {text.Example}.");
        }
        // A number with a form of its own, such as two decimals, is still a number.
        if (schema.Type is null && type == typeof(double))
            schema.Type = JsonSchemaType.Number;
        if (schema.Type is null && type == typeof(double?))
            schema.Type = JsonSchemaType.Number | JsonSchemaType.Null;
        if (type == typeof(ProblemDetails))
            foreach (var (name, meaning) in MoreOfAProblem)
                schema.Properties![name] = new OpenApiSchema
                {
                    Type = JsonSchemaType.String | JsonSchemaType.Null, Description = meaning,
                };
        return Task.CompletedTask;
    }

    /// <summary>Parts of types that turned out to be a text are nobody's any more.</summary>
    public static void LeaveOutUnused(OpenApiDocument document)
    {
        foreach (var name in new[] { "CalendarSystem", "Era", "IsoDayOfWeek", "LocalDate" })
            document.Components?.Schemas?.Remove(name);
    }
}
