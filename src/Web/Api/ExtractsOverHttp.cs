using Microsoft.Net.Http.Headers;
using Parquet.Schema;
using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;
using Twente.Igw.Web.Hosting;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Api;

/// <summary>
/// Everything at once for the gemeente's own Excel or Power BI. Each fetch is on the record, also one that was told
/// that nothing changed, or it is not answered.
/// </summary>
internal static class ExtractsOverHttp
{
    private const int RowsAtOnce = 2_000;

    public static void MapExtracts(this IEndpointRouteBuilder api)
    {
        var extracts = api.MapGroup("/gegevens").NeedsOrToken(TokenUse.Figures).ExcludeFromDescription()
            .RequireRateLimiting(LimitPrograms.Policy);
        foreach (var form in Enum.GetValues<FetchedForm>())
        {
            var ending = form.ToString().ToLowerInvariant();
            extracts.MapGet(
                $"/cijfers.{ending}",
                (ExtractCounts extract, [AsParameters] Fetcher fetcher, CancellationToken cancel) =>
                    Counts(extract, form, fetcher, cancel));
            extracts.MapGet(
                $"/kengetallen.{ending}",
                (ExtractKeyFigures extract, [AsParameters] Fetcher fetcher, CancellationToken cancel) =>
                    KeyFigures(extract, form, fetcher, cancel));
        }
    }

    private static async Task<IResult> Counts(
        ExtractCounts extract, FetchedForm form, Fetcher fetcher, CancellationToken cancel)
    {
        var sensitive = fetcher.Viewers.May(Permission.ReadSensitiveFigures);
        return await extract.Execute(fetcher.Viewers.Viewer, sensitive, cancel) switch
        {
            ExtractOutcome<CountExtract>.Extracted { Extract: var made } => await Send(made, form, fetcher, cancel),
            ExtractOutcome<CountExtract>.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("An extract is made or refused."),
        };
    }

    private static async Task<IResult> KeyFigures(
        ExtractKeyFigures extract, FetchedForm form, Fetcher fetcher, CancellationToken cancel) =>
        await extract.Execute(fetcher.Viewers.Viewer, cancel) switch
        {
            ExtractOutcome<KeyFigureExtract>.Extracted { Extract: var made } => await Send(made, form, fetcher, cancel),
            ExtractOutcome<KeyFigureExtract>.Refused { Refusal: var refusal } => ApiProblem.Of(refusal),
            _ => throw new InvalidOperationException("An extract is made or refused."),
        };

    private static Task<IResult> Send(
        CountExtract made, FetchedForm form, Fetcher fetcher, CancellationToken cancel)
    {
        var mark = fetcher.Mark($"bron {made.Source}, versie {made.Version}, t/m week {made.Stand}"
            + (made.HasSensitive ? "" : ", zonder gevoelige soorten"));
        return fetcher.Send(
            new("cijfers", made.Stamp, made.HasSensitive ? $" en {LogWords.SensitiveAmongAll} soorten" : "")
            {
                Form = form, Mark = mark,
            },
            [
                Text("classificatie"), Text("week"), Whole("indelingsjaar"), Text("gebied"), Text("naam"),
                Text("categorie"), Text("titel"), Text("groep"), Whole("aantal"),
            ],
            made.Rows.Select(r => (object?[])
            [
                mark, r.Week.ToString(), r.BoundaryYear, r.Area, r.Name, r.Class.Code.Code, r.Class.Title,
                r.Class.Parent?.Code, r.Count,
            ]), cancel);
    }

    private static Task<IResult> Send(
        KeyFigureExtract made, FetchedForm form, Fetcher fetcher, CancellationToken cancel)
    {
        var mark = fetcher.Mark($"versie {made.Version}");
        return fetcher.Send(
            new("kengetallen", made.Stamp, "") { Form = form, Mark = mark },
            [
                Text("classificatie"), Text("kengetal"), Text("titel"), Text("eenheid"), Text("periode"),
                Whole("indelingsjaar"), Text("gebied"), Text("naam"), new DataField<double>("waarde", true),
                Text("opgeteld"), Text("bron"),
            ],
            made.Rows.Select(r => (object?[])
            [
                mark, r.Figure.Code.Code, r.Figure.Title, r.Figure.Unit, r.Period.ToString(), r.BoundaryYear,
                r.Area.Code.Code, r.Area.Name, r.Value, r.IsSum ? "ja" : "nee", r.Figure.Source,
            ]), cancel);
    }

    private static DataField<string> Text(string name) => new(name, true);

    private static DataField<int> Whole(string name) => new(name, false);

    /// <summary>Writes rows as they are made; a reader that is slow holds a few of them and no more.</summary>
    internal static async Task Write(
        Stream body, IEnumerable<string> header, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var csv = CsvText.Headed([.. header]);
        foreach (var some in rows.Chunk(RowsAtOnce))
        {
            foreach (var row in some)
                csv.Row(row);
            await csv.WriteTo(body, cancel);
        }
        await csv.WriteTo(body, cancel);
    }
}

/// <summary>A file that is fetched.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Stamp">With the same stamp it holds the same rows.</param>
/// <param name="Also">What the record must say beside its name.</param>
internal sealed record FetchedFile(string Name, string Stamp, string Also)
{
    public required FetchedForm Form { get; init; }

    /// <summary>How it may be used.</summary>
    public required string Mark { get; init; }
}

/// <summary>In which form rows are fetched; its name is the ending of the file.</summary>
internal enum FetchedForm
{
    Csv,

    /// <summary>Smaller, and with the type of every column.</summary>
    Parquet,
}

/// <summary>Records a fetch in the tenant's chain and sends what was asked for.</summary>
internal sealed record Fetcher(
    HttpContext Http, ReadViewer Viewers, TenantChanges Changes, ICurrentTenant Current, TimeProvider Time)
{
    /// <summary>What stands in every row: how it may be used, whose it is and what it was made of.</summary>
    public string Mark(string madeOf) =>
        $"Vertrouwelijk – gemeente {Current.Tenant.Name} – ring exact – {madeOf}, {Today:dd-MM-yyyy}";

    public async Task<IResult> Send(
        FetchedFile file, IReadOnlyList<DataField> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        // The day stands in the file, so another day is another file.
        var tag = new EntityTagHeaderValue($"\"{file.Name}-{file.Form}-{file.Stamp}-{Today:yyyyMMdd}\"");
        var isKnown = Http.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, false));
        await using (var change = await Changes.Begin(cancel))
        {
            change.Record(
                new AuditEvent("figures.fetched", $"{file.Name}{file.Also} · {file.Stamp}", Result(isKnown)),
                Viewers.Actor);
            await change.Commit(cancel);
        }
        var headers = Http.Response.GetTypedHeaders();
        (headers.ETag, headers.CacheControl) = (tag, new CacheControlHeaderValue { Private = true, NoCache = true });
        if (isKnown)
            return Results.StatusCode(StatusCodes.Status304NotModified);
        return file.Form == FetchedForm.Csv
            ? Results.Stream(
                body => ExtractsOverHttp.Write(body, columns.Select(c => c.Name), rows, cancel),
                "text/csv; charset=utf-8")
            : Results.Stream(
                body => ParquetRows.Write(body, columns, rows, file.Mark, cancel),
                "application/vnd.apache.parquet", $"{file.Name}.parquet");
    }

    private static string Result(bool isKnown) => isKnown ? "ongewijzigd" : "gelukt";

    private DateOnly Today => DateOnly.FromDateTime(DutchClock.Of(Time.GetUtcNow().UtcDateTime));
}
