using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Writes what was decided on a district file, in one transaction: its findings, or a row for each part. From then on
/// every part is delivered, whatever process dies.
/// </summary>
internal sealed class RecordDistrictFile(CatalogueChanges changes)
{
    public async Task Execute(long number, DistrictJudgement judgement, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (files, findings) = (change.Db.DistrictFiles, judgement.Findings);
        var file = await files.SingleAsync(f => f.Number == number, cancel);
        // Another process judged the same bytes in the meantime.
        if (file.State != DistrictState.Waiting)
            return;
        (file.Sha256, file.Bytes, file.Rows) = (judgement.Sha256, judgement.Bytes, judgement.Rows);
        (file.FindingCount, file.State) =
            (findings.Count, findings.Any ? DistrictState.Refused : DistrictState.Splitting);
        if (findings.Any)
            await Refuse(change, file, judgement, cancel);
        else
            change.Db.DistrictParts.AddRange(judgement.Municipalities.Select(m => new DistrictPart
            {
                File = number, Tenant = m.Code, StoredName = $"{Guid.CreateVersion7():N}",
            }));
        change.Record(
            new AuditEvent(findings.Any ? "district.refused" : "district.split", $"districtslevering {number}"),
            new Actor(file.Actor, file.Origin));
        await change.Commit(cancel);
    }

    public async Task Lost(long number, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var files = change.Db.DistrictFiles;
        var file = await files.SingleAsync(f => f.Number == number, cancel);
        file.State = DistrictState.Lost;
        change.Record(
            new AuditEvent("arrival.lost", file.FileName, "weg voordat het kon worden opgehaald"),
            new Actor(file.Actor, file.Origin));
        await change.Commit(cancel);
    }

    /// <summary>Counts a failure of ours; after three the file is refused, so that later ones need not wait.</summary>
    public async Task Failed(long number, CancellationToken cancel)
    {
        const int patience = 3;
        await using var change = await changes.Begin(cancel);
        var files = change.Db.DistrictFiles;
        var file = await files.SingleAsync(f => f.Number == number, cancel);
        if (++file.Failures >= patience && file.State == DistrictState.Waiting)
        {
            var why = Finding.OfFile(FindingCode.PlatformFailure, file.FileName);
            (file.State, file.FindingCount) = (DistrictState.Refused, 1);
            change.Db.DistrictFindings.Add(DistrictFinding.Of(number, 0, why));
        }

        await change.Commit(cancel);
    }

    /// <summary>
    /// The findings are the supplier's. A gemeente whose rows were in it hears that it was refused, in words that are
    /// the same whoever caused it: they name no other gemeente and nothing of the file.
    /// </summary>
    private static async Task Refuse(
        AuditedChange<CatalogueDb> change, DistrictFile file, DistrictJudgement judgement, CancellationToken cancel)
    {
        change.Db.DistrictFindings.AddRange(
            judgement.Findings.Kept.Select((finding, at) => DistrictFinding.Of(file.Number, at, finding)));
        var (tenants, named) = (change.Db.Tenants, judgement.Municipalities.Select(m => m.Code).ToArray());
        var told = await tenants.Where(t => named.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancel);
        change.Db.Notices.AddRange(told.Select(tenant => new Notice
        {
            Id = Guid.CreateVersion7(), Tenant = tenant, At = change.At, Code = "notice.district-refused",
            Text = "Een bestand voor meer gemeenten, waarin ook uw gemeente stond, is in zijn geheel geweigerd. Geen " +
                "rij telt mee. Het bestand is door niemand ingezien en wordt na 14 dagen vernietigd; de leverancier " +
                "weet waarom.",
        }));
    }
}
