using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary>The parameters of a question for a key figure, as they stand in an address.</summary>
internal sealed record KeyFigureParameters
{
    /// <summary>Code van het kengetal.</summary>
    [FromRoute(Name = "kengetal")]
    public string? Kengetal { get; init; }

    /// <summary>gemeente, stadsdeel, wijk of buurt.</summary>
    [FromQuery(Name = "niveau")]
    public string? Niveau { get; init; }

    /// <summary>Code van het gebied; zonder is het de gemeente.</summary>
    [FromQuery(Name = "gebied")]
    public string? Gebied { get; init; }

    /// <summary>2025, 2025-Q1, 2025-03 of 2025-W07; zonder is het de nieuwste.</summary>
    [FromQuery(Name = "periode")]
    public string? Periode { get; init; }

    /// <summary>Zoals bekend aan het eind van deze dag, 2025-11-30.</summary>
    [FromQuery(Name = "bekendOp")]
    public string? BekendOp { get; init; }

    public KeyFigureText Text => new()
    {
        Kengetal = Kengetal, Niveau = Niveau, Gebied = Gebied, Periode = Periode, BekendOp = BekendOp,
    };
}

/// <summary>Answers questions for key figures over HTTP.</summary>
internal static class KeyFiguresOverHttp
{
    public static async Task<IResult> List(KeyFigureStore store, CancellationToken cancel) =>
        Results.Json(KeyFigureListing.Of(await store.Current(cancel)));

    public static async Task<IResult> One(
        [AsParameters] KeyFigureParameters asked, AnswerKeyFigures answers, ReadViewer viewers,
        CancellationToken cancel)
    {
        if (!asked.Text.TryRead(viewers.Municipality, out var question, out var wrong))
            return ApiProblem.Of(wrong);
        return await answers.Answer(question, viewers.Viewer, cancel) switch
        {
            KeyFigureOutcome.Answered { Answer: var answer } => Results.Json(answer),
            KeyFigureOutcome.Refused { Refusal: { Code: "keyfigures.unknown" } unknown } => ApiProblem.Of(
                StatusCodes.Status404NotFound, unknown.Code, unknown.Parameter, unknown.Sentence),
            KeyFigureOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };
    }
}
