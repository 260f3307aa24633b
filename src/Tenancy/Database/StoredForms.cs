using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Twente.Igw.Tenancy;

/// <summary>How values are stored on every engine, so that all three order and compare alike.</summary>
public static class StoredForms
{
    /// <summary>Times are UTC in whole milliseconds.</summary>
    public static void Apply(ModelConfigurationBuilder model) =>
        model.Properties<DateTime>().HaveConversion<UtcDateTime>();

    /// <summary>Every column that holds text, also what is no text in the program.</summary>
    public static void Collate(ModelBuilder model, string collation)
    {
        foreach (var property in model.Model.GetEntityTypes().SelectMany(entity => entity.GetProperties()))
            if ((property.GetProviderClrType() ?? property.ClrType) == typeof(string))
                property.SetCollation(collation);
    }

    /// <summary>Whole milliseconds: what every engine stores and gives back exactly.</summary>
    public static DateTime Stored(DateTime value) =>
        new(value.Ticks - value.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);

    /// <summary>Refuses a local time on the way in and says UTC on the way out (SQLite forgets the kind).</summary>
    private sealed class UtcDateTime() : ValueConverter<DateTime, DateTime>(
        value => Checked(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
    {
        private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
            ? Stored(value)
            : throw new ArgumentException($"The time {value:O} is {value.Kind}; only UTC is stored.", nameof(value));
    }
}
