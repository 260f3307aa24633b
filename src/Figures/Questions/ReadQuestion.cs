using System.Diagnostics.CodeAnalysis;
using Twente.Igw.Areas;

namespace Twente.Igw.Figures;

/// <summary>A question as it stands in an address, in the words of the API; null where a parameter is absent.</summary>
public sealed record QuestionText
{
    public string? Niveau { get; init; }

    public string? Gebied { get; init; }

    public string? Categorie { get; init; }

    public string? Van { get; init; }

    public string? Tot { get; init; }

    public string? Vergelijk { get; init; }

    /// <summary>A day, <c>2025-11-30</c>, or a moment on Dutch clocks, <c>2025-11-30T12:00</c>.</summary>
    public string? BekendOp { get; init; }

    /// <summary>The boundaries of the answer, <c>2025</c>.</summary>
    public string? Indelingsjaar { get; init; }
}

/// <summary>Reads a question from an address, or says which parameter is wrong.</summary>
public static class ReadQuestion
{
    /// <param name="text">The parameters.</param>
    /// <param name="municipality">The area when none is given.</param>
    /// <param name="question">The question read.</param>
    /// <param name="refusal">The first parameter that is wrong, and why.</param>
    /// <returns>Whether every parameter could be read; whether it can be answered is for the cube to say.</returns>
    public static bool Try(
        QuestionText text, AreaCode municipality, [NotNullWhen(true)] out FigureQuestion? question,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var reading = new ReadParameters();
        var level = reading.Word(text.Niveau ?? "gemeente", "niveau", Enum.GetValues<AreaLevel>(), Words.Of);
        var area = reading.Code<AreaCode>(text.Gebied ?? municipality.Code, "gebied", AreaCode.TryParse);
        var category = reading.Code<CategoryCode>(text.Categorie, "categorie", CategoryCode.TryParse);
        var first = reading.Code<IsoWeek>(text.Van, "van", IsoWeek.TryParse);
        var last = reading.Code<IsoWeek>(text.Tot, "tot", IsoWeek.TryParse);
        var compare = text.Vergelijk is null
            ? Comparison.None
            : reading.Word(text.Vergelijk, "vergelijk", Enum.GetValues<Comparison>(), Words.Of);
        var known = text.BekendOp is null ? default(KnownOn?) : reading.Moment(text.BekendOp, "bekendOp");
        var year = text.Indelingsjaar is null ? default(int?) : reading.Code<int>(
            text.Indelingsjaar, "indelingsjaar", ReadParameters.Year);
        if (reading.Wrong is null && last < first)
            reading.Wrong = Refusal.Reversed(first, last);

        refusal = reading.Wrong;
        question = refusal is not null ? null : new FigureQuestion
        {
            Level = level, Area = area, Category = category, Weeks = new WeekRange(first, last), Compare = compare,
            KnownOn = known, BoundaryYear = year,
        };
        return question is not null;
    }
}
