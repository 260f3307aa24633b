using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Pages;

/// <summary>How a gemeente takes part in the region, with everything her page shows.</summary>
internal sealed record PublishingView
{
    public required PublishingState State { get; init; }

    public required Twente.Igw.Regional.Region Region { get; init; }

    /// <summary>The gemeente as the region knows her; null when it does not name her.</summary>
    public required Member? Member { get; init; }

    /// <summary>She against the region; null while there is nothing to compare.</summary>
    public required ComparisonView? Comparison { get; init; }

    /// <summary>The agreement that she accepted, or could accept.</summary>
    public required ModelAgreement? Model { get; init; }

    public required bool MayJoin { get; init; }

    /// <summary>Whether this reader has the role that approves.</summary>
    public required bool MayApprove { get; init; }

    /// <summary>What stands in the field for the duiding.</summary>
    public string Note { get; init; } = "";

    public string? Objection { get; init; }

    public string? Message { get; init; }

    /// <summary>A newer version was decided than the one she accepted.</summary>
    public bool IsOutdated => State.InForce is { } accepted && Region.Model is { } newest
        && accepted.ModelVersion < newest.Version;
}

/// <summary>Reads the page "Wij in Twente".</summary>
internal sealed class ReadPublishing(
    ShowPublishing show, ReadRegion read, ReadComparison compare, ReadViewer viewer, IHttpContextAccessor http)
{
    public IReadOnlyList<string> Roles => http.HttpContext?.Features.Get<Access.Visitor>()?.Roles ?? [];

    public Actor Actor => viewer.Actor;

    public async Task<PublishingView> Execute(ComparisonParameters asked, CancellationToken cancel)
    {
        var (state, region) = (await show.Execute(cancel), await read.Execute(cancel));
        var own = viewer.Municipality.Code;
        var comparison = region.Model is null ? null : await compare.Execute(asked, own, cancel);
        return new PublishingView
        {
            State = state, Region = region, Member = region.Find(own),
            Comparison = comparison?.Answer?.Total is null ? null : comparison,
            Model = region.Model, MayJoin = viewer.May(Identity.Permission.JoinRegion),
            MayApprove = viewer.May(Identity.Permission.ApprovePublication) && state.InForce is { } accepted
                && Roles.Contains(accepted.ApproverRole, StringComparer.Ordinal),
        };
    }

    /// <summary>Every count of a proposal; null when there is no such proposal.</summary>
    public async Task<(ProposalLine Line, IReadOnlyList<ProtectedCell> Cells)?> Proposal(
        long number, CancellationToken cancel) =>
        (await show.Execute(cancel)).Proposals.FirstOrDefault(p => p.Number == number) is { } line
        && await show.Cells(number, cancel) is { } cells ? (line, cells) : null;
}
