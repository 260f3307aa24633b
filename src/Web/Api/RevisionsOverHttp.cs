using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary>Answers over HTTP what a delivery changed, and how late registrations come in.</summary>
internal static class RevisionsOverHttp
{
    public static async Task<IResult> Revision(
        long nummer, AnswerRevision answers, ReadViewer viewers, CancellationToken cancel) =>
        await answers.Answer(nummer, viewers.Viewer, cancel) switch
        {
            RevisionOutcome.Answered { Answer: var answer } => Results.Json(answer),
            RevisionOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => Results.NotFound(),
        };

    public static async Task<IResult> Delay(AnswerDelay answers, ReadViewer viewers, CancellationToken cancel) =>
        await answers.Answer(viewers.Viewer, cancel) switch
        {
            DelayOutcome.Answered { Answer: var answer } => Results.Json(answer),
            DelayOutcome.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("A question is answered or refused."),
        };
}
