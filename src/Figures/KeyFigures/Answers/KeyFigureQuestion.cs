using System.Diagnostics.CodeAnalysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A question for a key figure: which, where, of what period.</summary>
public sealed record KeyFigureQuestion
{
    public required KeyFigureCode Figure { get; init; }

    /// <summary>The level of the rows.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Whose parts are the rows: the gemeente, or a district or neighbourhood of it.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>Null for the newest there is on the level and boundaries of the answer.</summary>
    public KeyFigurePeriod? Period { get; init; }

    /// <summary>Answers with what was known then; null for what is known now.</summary>
    public KnownOn? KnownOn { get; init; }

    /// <summary>The boundaries of the rows; null for those the figure was delivered on.</summary>
    public int? BoundaryYear { get; init; }
}

/// <summary>A question for a key figure as it stands in an address; null where a parameter is absent.</summary>
public sealed record KeyFigureText
{
    public required string? Kengetal { get; init; }

    public string? Niveau { get; init; }

    public string? Gebied { get; init; }

    public string? Periode { get; init; }

    /// <summary>A day, <c>2025-11-30</c>.</summary>
    public string? BekendOp { get; init; }

    /// <summary>Reads the question, or says which parameter is wrong.</summary>
    public bool TryRead(
        AreaCode municipality, [NotNullWhen(true)] out KeyFigureQuestion? question,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var reading = new ReadParameters();
        var figure = reading.Code<KeyFigureCode>(Kengetal, "kengetal", KeyFigureCode.TryParse);
        var level = reading.Word(Niveau ?? "gemeente", "niveau", Enum.GetValues<AreaLevel>(), Words.Of);
        var area = reading.Code<AreaCode>(Gebied ?? municipality.Code, "gebied", AreaCode.TryParse);
        var period = Periode is null
            ? default(KeyFigurePeriod?)
            : reading.Code<KeyFigurePeriod>(Periode, "periode", KeyFigurePeriod.TryParse);
        var known = BekendOp is null ? default(KnownOn?) : reading.Moment(BekendOp, "bekendOp");
        refusal = reading.Wrong;
        question = refusal is not null ? null : new KeyFigureQuestion
        {
            Figure = figure, Level = level, Area = area, Period = period, KnownOn = known,
        };
        return question is not null;
    }
}
