using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Lets a file wait that nobody can say of whether it is harmful, and says so: on the row to the gemeente, in the log
/// to the operator, beside the drop zone to the supplier.
/// </summary>
internal sealed class WaitForScan(
    TenantChanges changes, TenantFiles files, ICurrentTenant current, ILogger<WaitForScan> log)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public async Task Execute(Arrival arrival, ScanVerdict.Unknown verdict, CancellationToken cancel)
    {
        if (arrival.UnscannedSince is not null)
            return;
        await using var change = await changes.Begin(cancel);
        var arrivals = change.Db.Arrivals;
        var row = await arrivals.SingleAsync(a => a.Number == arrival.Number, cancel);
        if (row is not { State: ArrivalState.Waiting, UnscannedSince: null })
            return;
        row.UnscannedSince = change.At;
        change.Record(new AuditEvent("arrival.unscanned", $"aankomst {row.Number}", verdict.Why), Actor.Platform);
        await change.Commit(cancel);
        log.LogWarning(
            "{Tenant}: aankomst {Number} wacht op controle op schadelijke software. {Why}", current.Tenant.Id,
            row.Number, verdict.Why);
        await files.Write(
            TenantPlace.Drop, FileOriginal.ReceiptNameOf(row), JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    leverancier = row.Supplier, bestand = row.FileName, ontvangen = row.FoundAt,
                    uitkomst = "wacht op controle op schadelijke software", sinds = change.At,
                },
                Form),
            cancel);
    }
}
