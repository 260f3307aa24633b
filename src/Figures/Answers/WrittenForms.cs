using System.Text.Json;
using System.Text.Json.Serialization;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>Writes a value as one Dutch word or code; answers are written and never read back.</summary>
public abstract class WrittenAs<T>(Func<T, string> form) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException($"{typeof(T).Name} is written in answers and not read from them.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(form(value));
}

/// <summary><c>BU01530000</c>.</summary>
public sealed class WrittenArea() : WrittenAs<AreaCode>(area => area.Code);

/// <summary><c>vermogen</c>.</summary>
public sealed class WrittenCategory() : WrittenAs<CategoryCode>(category => category.Code);

/// <summary><c>2025-W45</c>.</summary>
public sealed class WrittenWeek() : WrittenAs<IsoWeek>(week => week.ToString());

/// <summary><c>buurt</c>.</summary>
public sealed class WrittenLevel() : WrittenAs<AreaLevel>(Words.Of);

/// <summary><c>exact</c>.</summary>
public sealed class WrittenRing() : WrittenAs<Ring>(Words.Of);

/// <summary><c>1-4</c>.</summary>
public sealed class WrittenClass() : WrittenAs<CountClass>(@class => @class.ToString());

/// <summary><c>["1-4",null]</c>.</summary>
public sealed class WrittenClasses : JsonConverter<IReadOnlyList<CountClass?>>
{
    public override IReadOnlyList<CountClass?> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Classes are written in answers and not read from them.");

    public override void Write(
        Utf8JsonWriter writer, IReadOnlyList<CountClass?> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var @class in value)
            writer.WriteStringValue(@class?.ToString());
        writer.WriteEndArray();
    }
}

/// <summary><c>["2025-W45","2025-W46"]</c>.</summary>
public sealed class WrittenWeeks : JsonConverter<IReadOnlyList<IsoWeek>>
{
    public override IReadOnlyList<IsoWeek> Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Weeks are written in answers and not read from them.");

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<IsoWeek> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var week in value)
            writer.WriteStringValue(week.ToString());
        writer.WriteEndArray();
    }
}

/// <summary>Two decimals, halves away from zero; only here are measures rounded.</summary>
public sealed class TwoDecimals : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDouble();

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(Math.Round(value, 2, MidpointRounding.AwayFromZero));
}

/// <summary><c>woz-waarde</c>.</summary>
public sealed class WrittenKeyFigure() : WrittenAs<KeyFigureCode>(figure => figure.Code);

/// <summary><c>2025-Q1</c>.</summary>
public sealed class WrittenPeriod() : WrittenAs<KeyFigurePeriod>(period => period.ToString());

/// <summary><c>optelbaar</c>.</summary>
public sealed class WrittenAdding() : WrittenAs<Adding>(Words.Of);
