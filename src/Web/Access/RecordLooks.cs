using Twente.Igw.Figures;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Access;

/// <summary>
/// A look at a sensitive category by who may see it as finely as others is on the record before it is answered, also
/// from memory; when that fails it is not answered. Ordinary looks are not recorded.
/// </summary>
internal sealed class RecordLooks(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<AccessDecision>()?.Needs is { } needed
            && http.Features.Get<Visitor>() is { } visitor && visitor.May(Permission.ReadSensitiveFigures)
            && await SubjectOf(http, needed) is { } subject)
            await Record(http, subject);
        await next(http);
    }

    /// <summary>What is looked at; null when nothing of it is sensitive.</summary>
    private static async Task<string?> SubjectOf(HttpContext http, Permission needed)
    {
        var path = http.Request.Path.Value;
        if (needed == Permission.ReadExactFigures)
            // What deliveries changed is told of every category.
            return $"alle categorieën · {path}";
        if (needed != Permission.ReadFigures || !CategoryCode.TryParse(http.Request.Query["categorie"], out var code))
            return null;
        var cube = await http.RequestServices.GetRequiredService<CubeStore>().Current(http.RequestAborted);
        return cube.Tree.Find(code)?.Sensitivity is null ? null : $"{code} · {path}";
    }

    private static async Task Record(HttpContext http, string subject)
    {
        var viewers = http.RequestServices.GetRequiredService<ReadViewer>();
        await using var change =
            await http.RequestServices.GetRequiredService<TenantChanges>().Begin(http.RequestAborted);
        change.Record(
            new AuditEvent("figures.sensitive-viewed", $"{subject} · ring {Words.Of(viewers.Viewer.Ring)}"),
            viewers.Actor);
        await change.Commit(http.RequestAborted);
    }
}
