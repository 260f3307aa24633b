using Twente.Igw.Figures;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Api;

/// <summary>A problem as the API tells it (RFC 9457), with a code that stays the same when the words change.</summary>
internal static class ApiProblem
{
    public static IResult Of(Refusal refusal) =>
        refusal.Code switch
        {
            Refusal.NotConfirmedCode =>
                Make(StatusCodes.Status403Forbidden, "Deze cijfers worden nog niet getoond", refusal),
            var code when code.StartsWith(Refusal.RingCodes, StringComparison.Ordinal) =>
                Make(StatusCodes.Status403Forbidden, "Deze vraag past niet bij hoe precies u cijfers ziet", refusal),
            _ => Make(StatusCodes.Status400BadRequest, "Deze vraag kan niet worden beantwoord", refusal),
        };

    public static IResult Of(int status, string code, string? parameter, string sentence) =>
        Make(status, ShowFailure.TitleOf(status), new Refusal(code, parameter, sentence));

    private static IResult Make(int status, string title, Refusal refusal) => Results.Problem(
        statusCode: status, title: title, detail: refusal.Sentence, type: $"urn:twente-igw:{refusal.Code}",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["code"] = refusal.Code, ["parameter"] = refusal.Parameter,
        });
}
