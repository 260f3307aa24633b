using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// "Wij in Twente": the gemeente against the region, what is published in her name, and the decisions about it.
/// </summary>
internal static class MapPublishing
{
    public const string Root = "/regio";

    public static void MapPublishingPages(this IEndpointRouteBuilder site)
    {
        var readers = site.MapGroup(Root).Needs(Permission.FollowRegion).ShowingRegion();
        readers.MapGet("", Show);
        readers.MapGet("/voorstellen/{voorstel:long}", ShowProposal);
        readers.MapGet("/voorstellen/{voorstel:long}/csv", ProposalAsCsv);
        foreach (var kind in MapRegion.Exports)
            readers.MapGet($"/vergelijking.{kind}", (
                [AsParameters] ComparisonParameters asked, ExportComparison export, [AsParameters] TenantRecord record,
                CancellationToken cancel) => export.Execute(kind, asked, record.Export, cancel));
        var joiners = site.MapGroup(Root).Needs(Permission.JoinRegion).ShowingRegion();
        joiners.MapPost("/deelname", Join);
        joiners.MapPost("/intrekken", Withdraw);
        var approvers = site.MapGroup(Root).Needs(Permission.ApprovePublication).ShowingRegion();
        approvers.MapPost("/vrijgeven", Approve);
        approvers.MapPost("/opnieuw", ProposeAgain);
    }

    private static async Task<IResult> Show(
        [AsParameters] ComparisonParameters asked, string? bericht, Guid? tekst, ReadPublishing read,
        CancellationToken cancel)
    {
        var view = await read.Execute(asked, cancel);
        return Page(view with
        {
            Message = MessageOf(bericht),
            Note = view.Region.Texts.FirstOrDefault(t => t.Id == tekst)?.Text ?? "",
        });
    }

    private static async Task<IResult> ShowProposal(long voorstel, ReadPublishing read, CancellationToken cancel) =>
        await read.Proposal(voorstel, cancel) is var (line, cells)
            ? new RazorComponentResult<ProposalPage>(new
            {
                Line = line, Cells = cells, (await read.Execute(new(null, null, null), cancel)).Model,
            })
            : Results.NotFound();

    private static async Task<IResult> ProposalAsCsv(
        long voorstel, ReadPublishing read, [AsParameters] TenantRecord record, CancellationToken cancel)
    {
        if (await read.Proposal(voorstel, cancel) is not var (line, cells))
            return Results.NotFound();
        await record.Export($"voorstel-{voorstel}", cancel);
        var csv = CsvText.For(RegionText.Protected, $"voorstel {voorstel} over {line.Month}, sha256 {line.Sha256}")
            .Row("gebied", "categorie", "periode", "aantal", "teken");
        foreach (var cell in cells)
            csv.Row(
                cell.Name.Area.Code, cell.Name.Category, cell.Name.Period.ToString(), cell.Value,
                cell.Value is null ? "x" : null);
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"voorstel-{voorstel}.csv");
    }

    private static async Task<IResult> Join(
        [FromForm] IFormCollection form, ReadPublishing read, [AsParameters] PublishingDeciders deciders,
        CancellationToken cancel)
    {
        var view = await read.Execute(new(null, null, null), cancel);
        if (view.Model is not { } model)
            return Results.NotFound();
        return await Decide(
            view, await deciders.Accept.Execute(JoinForm.Wish(form, model), read.Actor, cancel), "deelname", deciders,
            cancel);
    }

    private static async Task<IResult> Withdraw(
        [FromForm] IFormCollection form, ReadPublishing read, [AsParameters] PublishingDeciders deciders,
        CancellationToken cancel) => await Decide(
            await read.Execute(new(null, null, null), cancel),
            await deciders.End.Execute(form["reden"].ToString(), read.Actor, cancel), "ingetrokken", deciders, cancel);

    private static async Task<IResult> Approve(
        [FromForm] IFormCollection form, ReadPublishing read, [AsParameters] PublishingDeciders deciders,
        CancellationToken cancel)
    {
        if (!long.TryParse(form["voorstel"], CultureInfo.InvariantCulture, out var number))
            return Results.BadRequest();
        if (form["besluit"] == "terug")
            return await Decide(
                await read.Execute(new(null, null, null), cancel),
                await deciders.Approve.TakeBack(number, read.Actor, cancel), "teruggenomen", deciders, cancel);
        var note = form["duiding"].ToString();
        var refused = await deciders.Approve.Execute(
            new Approval(number, note, form["geen"] == "ja", read.Roles), read.Actor, cancel);
        return await Decide(
            await read.Execute(new(null, null, null), cancel) with { Note = note }, refused, "vrijgegeven", deciders,
            cancel);
    }

    /// <param name="form">Empty; that it is read is what makes its token checked.</param>
    private static async Task<IResult> ProposeAgain(
        [FromForm] IFormCollection form, ReadPublishing read, [AsParameters] PublishingDeciders deciders,
        CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(form);
        var made = await deciders.Propose.Execute(again: true, read.Actor, cancel);
        return Results.Redirect($"{Root}?bericht={(made is null ? "niets-nieuws" : "voorgesteld")}");
    }

    /// <summary>Tells the region at once; what cannot be told now waits and is told later.</summary>
    private static async Task<IResult> Decide(
        PublishingView view, RegionalRefusal? refused, string done, PublishingDeciders deciders,
        CancellationToken cancel)
    {
        if (refused is not null)
            return Page(view with { Objection = refused.Sentence });
        await deciders.Publish.Execute(cancel);
        await deciders.Send.Execute(cancel);
        await deciders.Region.Anew(cancel);
        return Results.Redirect($"{Root}?bericht={done}");
    }

    private static RazorComponentResult<PublishingPage> Page(PublishingView view) =>
        new(new { Given = (object)view })
        {
            StatusCode = view.Objection is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static string? MessageOf(string? code) => code switch
    {
        "deelname" =>
            "Uw gemeente doet mee volgens deze afspraak. Het eerste voorstel volgt zodra een maand heel is geleverd.",
        "ingetrokken" => "Uw gemeente doet niet meer mee. Wat zij had gepubliceerd, is weg uit de regio.",
        "vrijgegeven" => "De maand is vrijgegeven. Zij verschijnt op de afgesproken dag, of nu als die voorbij is.",
        "teruggenomen" => "De goedkeuring is teruggenomen; het voorstel wacht weer.",
        "voorgesteld" => "Er is een nieuw voorstel gemaakt van de cijfers zoals zij nu zijn.",
        "niets-nieuws" => "Er is niets opnieuw voor te stellen.",
        _ => null,
    };
}

/// <summary>What deciding about publishing needs.</summary>
internal sealed record PublishingDeciders(
    AcceptModel Accept, EndAcceptance End, ApproveProposal Approve, ProposeMonth Propose, PublishApproved Publish,
    SendOutbox Send, ReadRegion Region);

/// <summary>Puts an export on the gemeente's record, or it is not made.</summary>
internal sealed record TenantRecord(TenantChanges Changes, ReadPublishing Read)
{
    public async Task Export(string name, CancellationToken cancel)
    {
        await using var change = await Changes.Begin(cancel);
        change.Record(new AuditEvent("figures.exported", $"{name} · ring Publicatie"), Read.Actor);
        await change.Commit(cancel);
    }
}
