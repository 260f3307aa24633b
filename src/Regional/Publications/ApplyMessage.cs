using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>
/// Takes in what a gemeente tells the region: each message once, in one transaction. Somebody who withdrew has nothing
/// here any more, and a late message of before cannot bring it back.
/// </summary>
public sealed class ApplyMessage
{
    private readonly RegionalDatabases _databases;
    private readonly TimeProvider _time;

    internal ApplyMessage(RegionalDatabases databases, TimeProvider time) => (_databases, _time) = (databases, time);

    /// <param name="id">Tells this message from every other.</param>
    /// <param name="municipality">Whose it is, as the way it came proves.</param>
    /// <param name="message">What she says.</param>
    /// <param name="cancel">Gives up; nothing was applied then.</param>
    /// <returns>False when it had been applied before.</returns>
    public Task<bool> Execute(Guid id, string municipality, RegionalMessage message, CancellationToken cancel) =>
        _databases.Change(async db =>
        {
            if (await db.Applied.AnyAsync(a => a.Id == id, cancel))
                return false;
            var at = _time.GetUtcNow().UtcDateTime;
            db.Applied.Add(new AppliedMessage { Id = id, Municipality = municipality, At = at });
            var participant = await db.Participants.SingleOrDefaultAsync(p => p.Code == municipality, cancel);
            switch (message)
            {
                case RegionalMessage.Accepted accepted:
                    if (participant is not null)
                        db.Participants.Remove(participant);
                    await db.SaveChangesAsync(cancel);
                    db.Participants.Add(RowOf(municipality, accepted));
                    break;
                case RegionalMessage.Ended:
                    await Forget(db, municipality, cancel);
                    break;
                case var told when participant is not null:
                    await Take(db, municipality, told, cancel);
                    break;
            }
            return true;
        }, cancel);

    /// <summary>Takes everything of a gemeente out of the region, as when she withdraws.</summary>
    public Task<bool> Remove(string municipality, CancellationToken cancel) =>
        _databases.Change(async db =>
        {
            if (!await db.Participants.AnyAsync(p => p.Code == municipality, cancel)
                && !await db.Publications.AnyAsync(p => p.Municipality == municipality, cancel))
                return false;
            await Forget(db, municipality, cancel);
            return true;
        }, cancel);

    private async Task Take(RegionalDb db, string municipality, RegionalMessage told, CancellationToken cancel)
    {
        switch (told)
        {
            case RegionalMessage.Delivered delivered:
                (await StateOf(db, municipality, delivered.Month, cancel)).DeliveredAt ??= delivered.At;
                break;
            case RegionalMessage.Approved approved:
                (await StateOf(db, municipality, approved.Month, cancel)).ApprovedAt = approved.At;
                break;
            case RegionalMessage.Published published:
                await Publish(db, municipality, published, cancel);
                break;
        }
    }

    private async Task Publish(
        RegionalDb db, string municipality, RegionalMessage.Published published, CancellationToken cancel)
    {
        (await StateOf(db, municipality, published.Month, cancel)).ApprovedAt = published.ApprovedAt;
        var last = await db.Publications.Where(p => p.Municipality == municipality)
            .MaxAsync(p => (int?)p.Number, cancel);
        db.Publications.Add(new PublicationRow
        {
            Municipality = municipality, Number = (last ?? 0) + 1, Month = published.Month,
            PublishedAt = _time.GetUtcNow().UtcDateTime, BoundaryYear = published.BoundaryYear,
            ModelVersion = published.ModelVersion, Note = published.Note, ApproverRole = published.ApproverRole,
            ApprovedAt = published.ApprovedAt, Cells = published.Cells,
        });
    }

    private static async Task Forget(RegionalDb db, string municipality, CancellationToken cancel)
    {
        await db.Participants.Where(p => p.Code == municipality).ExecuteDeleteAsync(cancel);
        await db.Publications.Where(p => p.Municipality == municipality).ExecuteDeleteAsync(cancel);
        await db.MonthStates.Where(p => p.Municipality == municipality).ExecuteDeleteAsync(cancel);
        await db.Reminders.Where(p => p.Municipality == municipality).ExecuteDeleteAsync(cancel);
    }

    private static async Task<MonthStateRow> StateOf(
        RegionalDb db, string municipality, string month, CancellationToken cancel)
    {
        var state = db.MonthStates.Local.FirstOrDefault(s => s.Municipality == municipality && s.Month == month)
            ?? await db.MonthStates.SingleOrDefaultAsync(
                s => s.Municipality == municipality && s.Month == month, cancel);
        if (state is null)
            db.MonthStates.Add(state = new MonthStateRow { Municipality = municipality, Month = month });
        return state;
    }

    private static ParticipantRow RowOf(string municipality, RegionalMessage.Accepted accepted) => new()
    {
        Code = municipality, Name = accepted.Name, ModelVersion = accepted.ModelVersion, From = accepted.From,
        Levels = accepted.Levels, Units = accepted.Units, Excluded = string.Join(' ', accepted.Excluded),
        ApproverRole = accepted.ApproverRole, Reason = accepted.Reason, AcceptedAt = accepted.At,
    };
}
