using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Takes back the last change of boroughs that stands; once more takes back the one before it.</summary>
public sealed class UndoBoroughChange
{
    private readonly AlterBoroughs _alter;

    internal UndoBoroughChange(AlterBoroughs alter) => _alter = alter;

    /// <param name="seen">The number of the change that was seen to be the last; null takes back whichever is.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancel">Ends the work.</param>
    public Task<BoroughOutcome> Execute(long? seen, string reason, Actor actor, CancellationToken cancel) =>
        _alter.Execute(book =>
        {
            if (book.Changes.LastMade() is not { } last)
                return BoroughDecision.Refuse(
                    "boroughs.nothing-to-undo", "Er is geen wijziging om ongedaan te maken.");
            if (seen is { } number && number != last.Number)
                return BoroughDecision.Refuse(
                    "boroughs.changed-since",
                    $"Wijziging {number} is niet meer de laatste. Bekijk de geschiedenis; er is niets veranderd.");
            if (DatedChanges.ObjectionToReason(reason) is { } objection)
                return BoroughDecision.Refuse("boroughs.reason", objection);
            return new BoroughDecision(null, (next, version, at) => new BoroughChange
            {
                Number = next, Version = version, At = at, From = DutchDay.Of(at), By = actor.Name,
                Reason = reason.Trim(), Undoes = last.Number, Act = BoroughAct.Undone,
                BoundaryYear = last.BoundaryYear, Code = last.Code, Name = last.Name, Districts = "",
            });
        }, actor, cancel);
}
