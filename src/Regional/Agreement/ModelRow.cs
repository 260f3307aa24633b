using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>A stored version of the model agreement; never altered.</summary>
internal sealed class ModelRow
{
    public required int Version { get; init; }

    /// <summary>The agreement as it was decided, as JSON: read whole, never searched in.</summary>
    public required string Agreement { get; init; }

    public required DateTime DecidedAt { get; init; }

    public static ModelRow Of(ModelAgreement model) => new()
    {
        Version = model.Version, DecidedAt = model.DecidedAt,
        Agreement = JsonSerializer.Serialize(Stored.Of(model), JsonSerializerOptions.Default),
    };

    public ModelAgreement ToModel() =>
        JsonSerializer.Deserialize<Stored>(Agreement, JsonSerializerOptions.Default)!.ToModel(Version, DecidedAt);

    public static void Map(ModelBuilder model) => model.Entity<ModelRow>(row =>
    {
        row.ToTable("ModelAgreement");
        row.HasKey(r => r.Version);
        row.Property(r => r.Version).ValueGeneratedNever();
    });

    private sealed record Stored(
        string From, RegionalLevels Levels, RegionalUnits Units, int AgreedDay, string[] Members,
        RegionalCategory[] Categories, string Text, string DecidedBy)
    {
        public static Stored Of(ModelAgreement model) => new(
            model.From.ToString(), model.Levels, model.Units, model.AgreedDay, [.. model.Members],
            [.. model.Categories], model.Text, model.DecidedBy);

        public ModelAgreement ToModel(int version, DateTime decidedAt) => new()
        {
            Version = version, From = ReportingPeriod.Parse(From), Levels = Levels, Units = Units,
            AgreedDay = AgreedDay, Members = Members, Categories = Categories, Text = Text, DecidedAt = decidedAt,
            DecidedBy = DecidedBy,
        };
    }
}
