using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>A borough as somebody wishes it to be from a day on.</summary>
public sealed record BoroughRequest
{
    public required int BoundaryYear { get; init; }

    /// <summary>Which one; null makes a new one, whose code follows from its name.</summary>
    public AreaCode? Code { get; init; }

    public required string Name { get; init; }

    /// <summary>All districts of it.</summary>
    public required IReadOnlyList<AreaCode> Districts { get; init; }

    public required DateOnly From { get; init; }

    public required string Reason { get; init; }
}

/// <summary>Makes a borough, renames it, or gives it other districts.</summary>
public sealed class SetBorough
{
    /// <summary>Longest name.</summary>
    public const int NameLength = 60;

    private readonly AlterBoroughs _alter;
    private readonly ICurrentTenant _current;
    private readonly AreaRegistry _areas;

    internal SetBorough(AlterBoroughs alter, ICurrentTenant current, AreaRegistry areas) =>
        (_alter, _current, _areas) = (alter, current, areas);

    public async Task<BoroughOutcome> Execute(BoroughRequest request, Actor actor, CancellationToken cancel)
    {
        var municipality = AreaCode.Parse(_current.Tenant.Id.Code);
        var areas = await _areas.Find(municipality, request.BoundaryYear, cancel);
        if (areas is null)
            return new BoroughOutcome.Refused(
                "boroughs.boundaries-not-loaded", $"De wijken van {request.BoundaryYear} zijn niet geladen.");
        return await _alter.Execute(book => Decide(request, book, areas, actor), actor, cancel);
    }

    /// <summary>The row that is to be added, or why none is: pure.</summary>
    internal static BoroughDecision Decide(
        BoroughRequest request, BoroughBook book, MunicipalityAreas areas, Actor actor)
    {
        var districts = request.Districts.Distinct().OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        request = request with { Name = request.Name.Trim(), Reason = request.Reason.Trim(), Districts = districts };
        var code = request.Code ?? NameBorough.New(areas.Municipality.Code, request.Name, book);
        if (CheckBorough.Of(request, code, book, areas) is { } refused)
            return new BoroughDecision(refused);
        var now = book.On(request.From, request.BoundaryYear).FirstOrDefault(b => b.Code == code);
        if (now is not null && now.Name == request.Name && now.Districts.SequenceEqual(districts))
            return new BoroughDecision(new BoroughOutcome.Unchanged(code));
        return new BoroughDecision(null, (number, version, at) => new BoroughChange
        {
            Number = number, Version = version, At = at, From = request.From, By = actor.Name,
            Reason = request.Reason, Act = BoroughAct.Set, BoundaryYear = request.BoundaryYear, Code = code.Code,
            Name = request.Name, Districts = string.Join(' ', districts),
        });
    }
}
