using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Tells both gemeenten that a file mixed their neighbourhoods, without content and without naming the other. The
/// notices lie in the catalogue, because no work for one tenant may open another's database.
/// </summary>
internal sealed class TellMunicipalities(IDbContextFactory<CatalogueDb> catalogues, ICurrentTenant current)
{
    public async Task Execute(Judgement judgement, DateTime at, CancellationToken cancel)
    {
        await using var db = await catalogues.CreateDbContextAsync(cancel);
        var (tenants, own) = (db.Tenants, current.Tenant.Id.Code);
        var mixed = judgement.Checked?.ForeignMunicipalities.Select(m => m.Code).ToArray() ?? [];
        var others = await tenants.Where(t => mixed.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancel);
        var notices = db.Notices;
        notices.Add(new Notice
        {
            Id = Guid.CreateVersion7(), Tenant = own, At = at, Code = "notice.mixed-file",
            Text = "Een levering voor uw gemeente bevat rijen van een andere gemeente. Het bestand is geweigerd en " +
                "apart gezet waar geen gemeente het kan lezen; het wordt na 14 dagen vernietigd.",
        });
        notices.AddRange(others.Where(other => other != own).Select(other => new Notice
        {
            Id = Guid.CreateVersion7(), Tenant = other, At = at, Code = "notice.elsewhere",
            Text = "Een leverancier heeft gegevens over uw gemeente bij een andere gemeente aangeleverd. Het bestand " +
                "is geweigerd en door niemand ingezien; het wordt na 14 dagen vernietigd.",
        }));
        await db.SaveChangesAsync(cancel);
    }
}
