using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Tells the region what the current gemeente decided, in the order in which she did. A message that was applied and
/// not marked as sent is sent again, and applied once.
/// </summary>
public sealed class SendOutbox
{
    private const int LongestFailure = 300;

    private readonly TenantDb _db;
    private readonly ApplyMessage _apply;
    private readonly TimeProvider _time;

    internal SendOutbox(TenantDb db, ApplyMessage apply, TimeProvider time) =>
        (_db, _apply, _time) = (db, apply, time);

    /// <summary>How many messages wait.</summary>
    public Task<int> Waiting(CancellationToken cancel)
    {
        var outbox = _db.Outbox;
        return outbox.CountAsync(o => o.SentAt == null, cancel);
    }

    /// <returns>False when the region cannot be reached now; what waits is sent later.</returns>
    public async Task<bool> Execute(CancellationToken cancel)
    {
        var outbox = _db.Outbox;
        _db.ChangeTracker.Clear();
        var waiting = await outbox.Where(o => o.SentAt == null).OrderBy(o => o.Number).ToListAsync(cancel);
        foreach (var row in waiting)
        {
            try
            {
                await _apply.Execute(row.Id, _db.Owner.Code, RegionalMessage.Read(row.Message), cancel);
                (row.SentAt, row.Failure) = (_time.GetUtcNow().UtcDateTime, null);
            }
            catch (Exception failure) when (failure.IsDatabaseTrouble())
            {
                var why = failure.GetBaseException().Message;
                row.Failure = why.Length > LongestFailure ? why[..LongestFailure] : why;
            }
            await _db.SaveChangesAsync(cancel);
            if (row.SentAt is null)
                return false;
        }
        return true;
    }
}
