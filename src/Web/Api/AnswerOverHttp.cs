using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary>The parameters of a question for figures, as they stand in an address.</summary>
internal sealed record FigureParameters
{
    /// <summary>gemeente, stadsdeel, wijk of buurt; stadsdelen alleen waar een gemeente ze heeft.</summary>
    [FromQuery(Name = "niveau")]
    public string? Niveau { get; init; }

    /// <summary>Code van het gebied; zonder is het de gemeente.</summary>
    [FromQuery(Name = "gebied")]
    public string? Gebied { get; init; }

    /// <summary>Groep, delict, incidentcode, misdrijven, overlast of totaal.</summary>
    [FromQuery(Name = "categorie")]
    public string? Categorie { get; init; }

    /// <summary>Eerste week, 2025-W45.</summary>
    [FromQuery(Name = "van")]
    public string? Van { get; init; }

    /// <summary>Laatste week, 2025-W48.</summary>
    [FromQuery(Name = "tot")]
    public string? Tot { get; init; }

    /// <summary>vorigjaar of driejaar.</summary>
    [FromQuery(Name = "vergelijk")]
    public string? Vergelijk { get; init; }

    /// <summary>Zoals bekend aan het eind van deze dag of op dit moment: 2025-11-30, 2025-11-30T12:00.</summary>
    [FromQuery(Name = "bekendOp")]
    public string? BekendOp { get; init; }

    /// <summary>Indeling waarop wordt geantwoord, 2025; zonder is het die van de nieuwste week.</summary>
    [FromQuery(Name = "indelingsjaar")]
    public string? Indelingsjaar { get; init; }

    public QuestionText Text => new()
    {
        Niveau = Niveau, Gebied = Gebied, Categorie = Categorie, Van = Van, Tot = Tot, Vergelijk = Vergelijk,
        BekendOp = BekendOp, Indelingsjaar = Indelingsjaar,
    };
}

/// <summary>Answers questions for figures over HTTP; a refusal is a problem with a stable code (RFC 9457).</summary>
internal static class AnswerOverHttp
{
    public static async Task<IResult> Figures(
        [AsParameters] FigureParameters asked, AnswerFigures answers, ReadViewer viewers, CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        return await answers.Answer(question, viewers.Viewer, cancel) switch
        {
            FigureOutcome.Answered { Answer: var answer } => Results.Json(answer),
            FigureOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };
    }

    public static async Task<IResult> Series(
        [AsParameters] FigureParameters asked, AnswerSeries answers, ReadViewer viewers, CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        var series = new SeriesQuestion
        {
            Area = question.Area, Category = question.Category, Weeks = question.Weeks, KnownOn = question.KnownOn,
            BoundaryYear = question.BoundaryYear,
        };
        return await answers.Answer(series, viewers.Viewer, cancel) switch
        {
            SeriesOutcome.Answered { Answer: var answer } => Results.Json(answer),
            SeriesOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };
    }

    public static async Task<IResult> Moments(
        [AsParameters] FigureParameters asked, AnswerMoments answers, ReadViewer viewers, CancellationToken cancel)
    {
        if (!ReadQuestion.Try(asked.Text, viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        var moments = new MomentsQuestion
        {
            Area = question.Area, Category = question.Category, Weeks = question.Weeks, KnownOn = question.KnownOn,
            BoundaryYear = question.BoundaryYear,
        };
        return await answers.Answer(moments, viewers.Viewer, cancel) switch
        {
            MomentsOutcome.Answered { Answer: var answer } => Results.Json(answer),
            MomentsOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };
    }
}
