using System.Text.Json;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// The file that makes a data folder a demo: everything in it is invented, and every page says so. Written before
/// anything else, so that a demo that was interrupted is one too.
/// </summary>
/// <param name="Version">Of the way demos are made; another version tells another story.</param>
/// <param name="Seed">Of all chance in it.</param>
/// <param name="LastWeek">The last week that was complete when it was made, <c>2026-W46</c>.</param>
internal sealed record DemoMark(int Version, int Seed, string LastWeek)
{
    /// <summary>Rises when the same seed and week would give other areas or other files.</summary>
    public const int PresentVersion = 2;

    /// <summary>The story that the demo tells.</summary>
    public Story Tell() => new(Seed, IsoWeek.Parse(LastWeek));

    public bool IsOfThisVersion => Version == PresentVersion && IsoWeek.TryParse(LastWeek, out _);

    /// <summary>Whether everything in this data folder is invented.</summary>
    public static bool IsPresent(DataFolder data) => File.Exists(PathIn(data));

    /// <summary>The mark of a folder, or null when it is not a demo.</summary>
    /// <exception cref="InvalidDataException">There is a mark and it cannot be read.</exception>
    public static DemoMark? Read(DataFolder data)
    {
        if (!IsPresent(data))
            return null;
        try
        {
            return JsonSerializer.Deserialize<DemoMark>(File.ReadAllText(PathIn(data)), JsonSerializerOptions.Web)
                ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException(
                $"{PathIn(data)} is beschadigd; verwijder de map en maak de demo opnieuw.", wrong);
        }
    }

    public void Write(DataFolder data)
    {
        var beside = PathIn(data) + ".tmp";
        File.WriteAllText(beside, JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        File.Move(beside, PathIn(data), overwrite: true);
    }

    private static string PathIn(DataFolder data) => Path.Combine(data.Root, "demo.json");
}
