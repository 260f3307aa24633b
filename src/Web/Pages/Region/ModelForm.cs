using Twente.Igw.Publishing;
using Twente.Igw.Regional;

namespace Twente.Igw.Web.Pages;

/// <summary>What stands in the form of a new version of the model agreement.</summary>
internal sealed record ModelForm
{
    public required string From { get; init; }

    public required int AgreedDay { get; init; }

    public required bool Districts { get; init; }

    public required RegionalUnits Units { get; init; }

    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Codes of groups.</summary>
    public required IReadOnlyList<string> Groups { get; init; }

    public required string Text { get; init; }

    /// <summary>As <see cref="ShareMapping"/> reads it.</summary>
    public string Mapping { get; init; } = "";

    /// <summary>Every gemeente that could be of the region: code and name.</summary>
    public IReadOnlyList<(string Code, string Name)> Known { get; init; } = [];

    /// <summary>Every category that could be agreed on.</summary>
    public IReadOnlyList<RegionalCategory> Offered { get; init; } = [];

    public string? Objection { get; init; }

    public string? Message { get; init; }

    /// <summary>As the last version, or as a first one would be.</summary>
    public static ModelForm Of(ModelAgreement? model, IReadOnlyList<(string Code, string Name)> known, DateOnly today)
    {
        model ??= DefaultModel.Of(
            [.. known.Select(k => k.Code)], ReportingPeriod.Month(today.Year - 2, 1), "") with
        { Text = "" };
        return new ModelForm
        {
            From = model.From.ToString(), AgreedDay = model.AgreedDay, Units = model.Units, Members = model.Members,
            Districts = model.Levels.HasFlag(RegionalLevels.District), Text = model.Text,
            Mapping = ShareMapping.Text(model),
            Groups = [.. model.Categories.Where(c => c.IsGroup).Select(c => c.Code)],
        };
    }

    public static ModelForm Of(IFormCollection form) => new()
    {
        From = form["vanaf"].ToString().Trim(), Districts = form["wijk"] == "ja",
        AgreedDay = int.TryParse(form["dag"], CultureInfo.InvariantCulture, out var day) ? day : 0,
        Units = form["eenheid"].Select(RegionalWords.UnitOf).OfType<PeriodUnit>()
            .Aggregate(RegionalUnits.None, (units, unit) => units | RegionalWords.Flag(unit)),
        Members = [.. form["gemeente"].OfType<string>()], Groups = [.. form["categorie"].OfType<string>()],
        Text = form["besluit"].ToString(),
        Mapping = form["vertaling"].ToString(),
    };

    /// <summary>As it is to be decided, or why it cannot be.</summary>
    public (ModelAgreement? Wish, RegionalRefusal? Refused) Read(string by)
    {
        if (!ReportingPeriod.TryParse(From, out var from))
            return (null, new("region.from", $"'{From}' is geen maand; schrijf de eerste maand als 2024-01."));
        var (categories, refused) = ShareMapping.Of(Mapping);
        return refused is not null ? (null, refused) : (new ModelAgreement
        {
            Version = 0, From = from, AgreedDay = AgreedDay, Units = Units, Members = Members, Text = Text.Trim(),
            Levels = RegionalLevels.Municipality | (Districts ? RegionalLevels.District : RegionalLevels.None),
            Categories = [.. categories.Where(c => Groups.Contains(c.Group ?? c.Code))], DecidedAt = default,
            DecidedBy = by,
        }, null);
    }
}
