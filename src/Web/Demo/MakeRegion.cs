using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Demo;

/// <summary>
/// Lets the gemeenten of a demo publish for the region, through the doors that real ones use: most take part, one
/// leaves out her districts, one has not approved yet and one takes no part.
/// </summary>
internal sealed class MakeRegion(IServiceProvider services)
{
    private const string Approver = "analist";

    /// <summary>With fewer there is nobody to compare with.</summary>
    private const int Fewest = 5;

    private static readonly string[] Notes =
    [
        "Fictieve duiding: de stijging bij fietsen komt door een nieuw aangiftepunt bij het station.",
        "", "Fictieve duiding: in één wijk liep een gerichte actie tegen inbraken, samen met de corporatie.", "",
        "Fictieve duiding: evenementen in het centrum verklaren het grootste deel van het verschil.",
    ];

    /// <summary>Does what is missing; safe to repeat.</summary>
    public async Task Execute(IReadOnlyList<Municipality> chosen, CancellationToken cancel)
    {
        if (chosen.Count < Fewest)
            return;
        var read = services.GetRequiredService<ReadRegion>();
        if ((await read.Execute(cancel)).Model is null)
            await Decide(chosen, cancel);
        var model = (await read.Anew(cancel)).Model!;
        var bySize = chosen.OrderByDescending(m => m.Inhabitants).ToList();
        for (var at = 0; at < bySize.Count - 1; at++)
        {
            await using var scope = await services.GetRequiredService<ITenantScopes>()
                .Open(TenantId.Parse(bySize[at].Code), cancel);
            await TakePart(scope, model, at, bySize.Count, cancel);
        }
    }

    private async Task Decide(IReadOnlyList<Municipality> chosen, CancellationToken cancel)
    {
        var today = services.GetRequiredService<TimeProvider>().DutchToday();
        var refused = await services.GetRequiredService<DecideModel>().Execute(
            DefaultModel.Of(
                [.. chosen.Select(m => m.Code)], ReportingPeriod.Month(today.Year - 3, 1), Actor.Platform.Name) with
            {
                Text = "Fictief besluit: de gemeenten vergelijken zich per gemeente en per wijk, na eigen goedkeuring.",
            }, cancel);
        if (refused is not null)
            throw new InvalidOperationException(refused.Sentence);
    }

    private static async Task TakePart(
        TenantScope scope, ModelAgreement model, int at, int count, CancellationToken cancel)
    {
        if ((await scope.Get<ShowPublishing>().Execute(cancel)).InForce is null)
            await scope.Get<AcceptModel>().Execute(
                Wish(model, leavesOutDistricts: at == count - 3), Actor.Platform, cancel);
        await scope.Get<SendOutbox>().Execute(cancel);
        await scope.Get<ProposeMonth>().Execute(again: false, Actor.Platform, cancel);
        var (isSilent, note) = (at == count - 2, Notes[at % Notes.Length]);
        if (!isSilent && (await scope.Get<ShowPublishing>().Execute(cancel)).Waiting is { } waiting)
            await scope.Get<ApproveProposal>().Execute(
                new Approval(waiting.Number, note, NothingParticular: note.Length == 0, [Approver]), Actor.Platform,
                cancel);
        await scope.Get<PublishApproved>().Execute(cancel);
        await scope.Get<SendOutbox>().Execute(cancel);
    }

    private static AcceptanceWish Wish(ModelAgreement model, bool leavesOutDistricts)
    {
        var whole = AcceptanceWish.Whole(model, Approver);
        return leavesOutDistricts
            ? whole with
            {
                Levels = RegionalLevels.Municipality,
                Reason = "Fictieve reden: de wijken zijn te klein om iets te zeggen.",
            }
            : whole;
    }
}
