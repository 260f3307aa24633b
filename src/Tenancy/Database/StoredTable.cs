using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Twente.Igw.Tenancy;

/// <summary>A table of a tenant's database in words that no engine has for itself.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, by name.</param>
/// <param name="Key">The columns of its key, in order.</param>
public sealed record StoredTable(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("kolommen")] IReadOnlyList<StoredColumn> Columns,
    [property: JsonPropertyName("sleutel")] IReadOnlyList<string> Key)
{
    /// <summary>Every table of the tenant model, by name.</summary>
    internal static IReadOnlyList<StoredTable> AllOf(TenantDb db) =>
    [
        .. db.Model.GetEntityTypes().Select(Of).OrderBy(table => table.Name, StringComparer.Ordinal),
    ];

    private static StoredTable Of(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return new StoredTable(
            table.Name,
            [
                .. entity.GetProperties()
                    .Select(p => new StoredColumn(p.GetColumnName(table)!, StoredColumn.KindOf(p), p.IsNullable))
                    .OrderBy(c => c.Name, StringComparer.Ordinal),
            ],
            [.. entity.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName(table)!)]);
    }
}

/// <summary>A column of a <see cref="StoredTable"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="IsNullable">Whether it may hold nothing.</param>
public sealed record StoredColumn(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("soort")] StoredKind Kind,
    [property: JsonPropertyName("leeg")] bool IsNullable)
{
    private static readonly Dictionary<Type, StoredKind> Kinds = new()
    {
        [typeof(int)] = StoredKind.Integer, [typeof(long)] = StoredKind.Long, [typeof(double)] = StoredKind.Double,
        [typeof(string)] = StoredKind.Text, [typeof(bool)] = StoredKind.Bool, [typeof(DateTime)] = StoredKind.Time,
        [typeof(DateOnly)] = StoredKind.Date, [typeof(Guid)] = StoredKind.Guid,
    };

    /// <summary>What a property is to the database: an enum without a conversion is its number.</summary>
    internal static StoredKind KindOf(IReadOnlyProperty property)
    {
        var type = property.GetProviderClrType() ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        type = type.IsEnum ? Enum.GetUnderlyingType(type) : type;
        return Kinds.TryGetValue(type, out var kind)
            ? kind
            : throw new NotSupportedException($"{property.DeclaringType.Name}.{property.Name} holds a {type.Name}.");
    }
}

/// <summary>What a column can hold: the types that all engines keep and order alike.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoredKind>))]
public enum StoredKind
{
    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>A whole number of 64 bits.</summary>
    Long,

    /// <summary>A number that is not whole.</summary>
    Double,
    Text,
    Bool,

    /// <summary>A moment in UTC.</summary>
    Time,

    /// <summary>A day.</summary>
    Date,
    Guid,
}
