using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Enqueues what was claimed or decided but not finished: the row is the truth, the job only a wake-up. A note that
/// a killed process did not write is written here.
/// </summary>
internal sealed class ResumeArrivals(TenantDb db, TenantJobs jobs, NoteDelivery note)
{
    public async Task Execute(CancellationToken cancel)
    {
        var arrivals = db.Arrivals;
        var last = await arrivals
            .Where(a => a.State == ArrivalState.Waiting || a.State == ArrivalState.Decided)
            .MaxAsync(a => (long?)a.Number, cancel);
        // One job settles everything up to this number, oldest first.
        if (last is { } number)
            jobs.Enqueue<SettleArrivals>(job => job.Execute(number, CancellationToken.None));
        await note.Outstanding(cancel);
    }
}
