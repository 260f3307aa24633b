using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twente.Igw.Tenancy;

/// <summary>What a backup says of itself: whose it is, what is in it, and the checksum of every part.</summary>
public sealed record BackupManifest
{
    internal const string EntryName = "manifest.json";
    internal const string ThisFormat = "igw-kopie";
    internal const int ThisVersion = 1;

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
    };

    [JsonPropertyName("vorm")]
    public string Format { get; init; } = ThisFormat;

    [JsonPropertyName("versie")]
    public int Version { get; init; } = ThisVersion;

    [JsonPropertyName("gemeente")]
    public required string Tenant { get; init; }

    [JsonPropertyName("naam")]
    public required string Name { get; init; }

    [JsonPropertyName("gemaakt")]
    public required DateTime MadeAt { get; init; }

    /// <summary>The engine it came from; a restore on another is as good.</summary>
    [JsonPropertyName("database")]
    public required string Engine { get; init; }

    /// <summary>The last migration of the tables as they are written here.</summary>
    [JsonPropertyName("schema")]
    public required string Schema { get; init; }

    [JsonPropertyName("gegevensversie")]
    public required long DataVersion { get; init; }

    /// <summary>Where the audit chain ends.</summary>
    [JsonPropertyName("logboek")]
    public required ChainEnd Audit { get; init; }

    [JsonPropertyName("tabellen")]
    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>The tenant's files, named by place and name: <c>archive/…</c>.</summary>
    [JsonPropertyName("bestanden")]
    public required IReadOnlyList<BackupPart> Files { get; init; }

    /// <summary>What was destroyed and may not come back by any older backup.</summary>
    [JsonPropertyName("vernietigd")]
    public required IReadOnlyList<Destruction> Destroyed { get; init; }

    /// <summary>Over the tables alone: equal on every engine for the same rows.</summary>
    [JsonPropertyName("controlegetalTabellen")]
    public required string TablesChecksum { get; init; }

    /// <summary>Over everything this manifest says.</summary>
    [JsonPropertyName("controlegetal")]
    public string Checksum { get; init; } = "";

    /// <summary>What every table adds to the one number by which two stores are compared.</summary>
    public static string ChecksumOf(IEnumerable<BackupTable> tables) =>
        Hash(string.Concat(tables.Select(t => $"{t.Table.Name} {t.Sha256}\n")));

    internal BackupManifest Sealed() => this with { Checksum = Sum() };

    internal bool IsSealed => Checksum == Sum();

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Form);

    /// <exception cref="JsonException">It is no manifest.</exception>
    internal static BackupManifest Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, Form) ?? throw new JsonException("The manifest is empty.");

    private string Sum() => Hash(Encoding.UTF8.GetString((this with { Checksum = "" }).ToJson()));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>A table in a backup.</summary>
public sealed record BackupTable(
    [property: JsonPropertyName("tabel")] StoredTable Table,
    [property: JsonPropertyName("rijen")] long Rows,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    internal string EntryName => $"tabellen/{Table.Name}.ndjson";
}

/// <summary>A file in a backup.</summary>
public sealed record BackupPart(
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("sha256")] string Sha256)
{
    internal string EntryName => $"bestanden/{Name}";
}

/// <summary>The last line of an audit chain: its number and hash.</summary>
public sealed record ChainEnd(
    [property: JsonPropertyName("regel")] long Number,
    [property: JsonPropertyName("hash")] string Hash);
