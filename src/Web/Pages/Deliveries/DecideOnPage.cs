using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Deliveries;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>A person's decision about a delivery, posted from its page.</summary>
internal static class DecideOnPage
{
    public static async Task<IResult> Post(
        long nummer, [FromForm(Name = "besluit")] string decision, [FromForm(Name = "reden")] string reason,
        [AsParameters] Deciders deciders, CancellationToken cancel)
    {
        var actor = deciders.Viewer.Actor;
        if (string.IsNullOrWhiteSpace(reason))
            return Results.BadRequest();
        DecideDelivery.Outcome? outcome = decision switch
        {
            "accepteren" => await deciders.Decide.Accept(nummer, Cut(reason), actor, cancel),
            "weigeren" => await deciders.Decide.Refuse(nummer, Cut(reason), actor, cancel),
            "opnieuw" => await deciders.Decide.Recheck(nummer, actor, cancel),
            "intrekken" => await deciders.Withdraw.Execute(nummer, Cut(reason), actor, cancel),
            _ => null,
        };
        return outcome switch
        {
            null => Results.BadRequest(),
            DecideDelivery.Outcome.Unknown => Results.NotFound(),
            // Answered by a redirect, so that refreshing the page decides nothing again.
            _ => Results.Redirect($"/leveringen/{nummer}?bericht={Code(outcome)}"),
        };
    }

    /// <summary>The sentence for the code that the redirect carries; an unknown code says nothing.</summary>
    public static string? MessageOf(string? code) => code switch
    {
        "besloten" => "Uw besluit is vastgelegd.",
        "andere-staat" => "Er was al anders over deze levering besloten; er is niets veranderd.",
        "origineel-weg" => "Het originele bestand is er niet meer. Vraag de leverancier om het opnieuw aan te leveren.",
        "niet-gescand" => "Of het bestand schadelijke software bevat, is nu niet te zeggen. Probeer het later.",
        _ => null,
    };

    private static string Code(DecideDelivery.Outcome outcome) => outcome switch
    {
        DecideDelivery.Outcome.Decided => "besloten",
        DecideDelivery.Outcome.WrongState => "andere-staat",
        DecideDelivery.Outcome.Unscanned => "niet-gescand",
        _ => "origineel-weg",
    };

    private static string Cut(string reason) => reason.Length <= 500 ? reason.Trim() : reason[..500];
}

/// <summary>What deciding needs.</summary>
internal sealed record Deciders(DecideDelivery Decide, WithdrawDelivery Withdraw, ReadViewer Viewer);
