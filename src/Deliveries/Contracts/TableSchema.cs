using System.Collections.Concurrent;
using System.Text.Json;

namespace Twente.Igw.Deliveries;

/// <summary>
/// A contract as data: a Frictionless Table Schema, from which the checks, the supplier's documentation page and the
/// empty template file are made.
/// </summary>
public sealed record TableSchema
{
    private const string Ending = ".schema.json";

    private static readonly ConcurrentDictionary<string, TableSchema> Schemas = new(StringComparer.Ordinal);

    /// <summary>The contract's name, a <see cref="ContractName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the contract, from 1.</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Description { get; init; }

    public required TableDialect Dialect { get; init; }

    /// <summary>The columns, in the order in which a file must have them.</summary>
    public required IReadOnlyList<TableField> Fields { get; init; }

    /// <summary>Names of the columns that together may occur once in a file.</summary>
    public required IReadOnlyList<string> PrimaryKey { get; init; }

    /// <summary>The first line of a file, which is also the empty template.</summary>
    public string Header => string.Join(Dialect.Delimiter, Fields.Select(f => f.Name));

    /// <summary>The contracts this platform publishes, by name.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
    [
        .. typeof(TableSchema).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(Ending, StringComparison.Ordinal)).Select(name => name[..^Ending.Length])
            .Order(StringComparer.Ordinal).Select(Of),
    ];

    /// <summary>The schema of a contract, read once.</summary>
    /// <param name="contract">A <see cref="ContractName"/>.</param>
    public static TableSchema Of(string contract) => Schemas.GetOrAdd(contract, Read);

    /// <summary>The schema file itself, as suppliers may download it.</summary>
    /// <param name="contract">A <see cref="ContractName"/>.</param>
    public static Stream Open(string contract) =>
        typeof(TableSchema).Assembly.GetManifestResourceStream(contract + Ending)
            ?? throw new ArgumentException($"There is no schema of contract '{contract}'.", nameof(contract));

    private static TableSchema Read(string contract)
    {
        using var stream = Open(contract);
        return JsonSerializer.Deserialize<TableSchema>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The schema of contract '{contract}' is empty.");
    }
}

/// <summary>How a file of a contract is written.</summary>
/// <param name="Delimiter">What stands between two fields.</param>
/// <param name="Header">The first line holds the names of the columns.</param>
public sealed record TableDialect(char Delimiter, bool Header);

/// <summary>A column of a contract.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="Type">Frictionless type: <c>string</c>, <c>integer</c> or <c>year</c>.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Description">Its rule in Dutch, for the supplier.</param>
/// <param name="Example">A value that is right.</param>
/// <param name="Constraints">What a value is held to.</param>
public sealed record TableField(
    string Name, string Type, string Title, string Description, string Example, TableConstraints Constraints);

/// <summary>What a value of a column is held to; null where that constraint is not set.</summary>
/// <param name="Required">May not be empty.</param>
/// <param name="Pattern">Regular expression for the whole value.</param>
/// <param name="Minimum">Lowest number.</param>
/// <param name="Maximum">Highest number.</param>
/// <param name="Enum">The only values.</param>
public sealed record TableConstraints(
    bool Required, string? Pattern, int? Minimum, int? Maximum, IReadOnlyList<string>? Enum);
