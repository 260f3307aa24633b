using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Ends a borough from a day on; its districts are then without one.</summary>
public sealed class RemoveBorough
{
    private readonly AlterBoroughs _alter;

    internal RemoveBorough(AlterBoroughs alter) => _alter = alter;

    public Task<BoroughOutcome> Execute(
        AreaCode code, int boundaryYear, DateOnly from, string reason, Actor actor, CancellationToken cancel) =>
        _alter.Execute(book =>
        {
            if (book.On(from, boundaryYear).FirstOrDefault(b => b.Code == code) is not { } borough)
                return BoroughDecision.Refuse(
                    "boroughs.unknown",
                    $"Er is per {from:dd-MM-yyyy} geen stadsdeel {code} in de indeling van {boundaryYear}.");
            if (DatedChanges.ObjectionToReason(reason) is { } objection)
                return BoroughDecision.Refuse("boroughs.reason", objection);
            if (CheckBorough.Day(from, code, boundaryYear, book) is { } early)
                return new BoroughDecision(early);
            return new BoroughDecision(null, (number, version, at) => new BoroughChange
            {
                Number = number, Version = version, At = at, From = from, By = actor.Name, Reason = reason.Trim(),
                Act = BoroughAct.Removed, BoundaryYear = boundaryYear, Code = code.Code, Name = borough.Name,
                Districts = "",
            });
        }, actor, cancel);
}
