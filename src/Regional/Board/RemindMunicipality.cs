using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Regional;

/// <summary>
/// Asks a gemeente for a month that she is late with. Written down first, and mailed from there, so that a mail that
/// cannot be sent now is sent later and never twice.
/// </summary>
public sealed class RemindMunicipality
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(1);

    private readonly RegionalDatabases _databases;
    private readonly ReadRegion _read;
    private readonly TimeProvider _time;

    internal RemindMunicipality(RegionalDatabases databases, ReadRegion read, TimeProvider time) =>
        (_databases, _read, _time) = (databases, read, time);

    /// <returns>Why she is not reminded, or null when she will be.</returns>
    public async Task<RegionalRefusal?> Execute(
        string municipality, ReportingPeriod month, string by, CancellationToken cancel)
    {
        var region = await _read.Anew(cancel);
        if (region.Model is not { } model || region.Find(municipality) is not { } member)
            return new("region.not-a-member", $"'{municipality}' is geen gemeente van deze regio.");
        var now = _time.GetUtcNow().UtcDateTime;
        var stage = member.StageOf(model, month, DutchCalendar.Today(_time));
        if (stage is not (
            MonthStage.NotDelivered or MonthStage.NotApproved or MonthStage.Awaited or MonthStage.ToApprove))
            return new("region.nothing-to-ask", $"{member.Name} is {month.Text()} niets schuldig.");
        if (member.Months.GetValueOrDefault(month)?.RemindedAt is { } last && now - last < Between)
            return new("region.reminded", $"{member.Name} is vandaag al aan {month.Text()} herinnerd.");
        await _databases.Change(db =>
        {
            db.Reminders.Add(new ReminderRow
            {
                Id = Guid.CreateVersion7(), Municipality = municipality, Month = month.ToString(), At = now, By = by,
            });
            return Task.FromResult(true);
        }, cancel);
        return null;
    }

    /// <summary>Reminders that were not mailed yet, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingReminder>> Waiting(CancellationToken cancel)
    {
        await using var db = _databases.OpenToRead();
        return await db.Reminders.AsNoTracking().Where(r => r.SentAt == null).OrderBy(r => r.At)
            .Select(r => new WaitingReminder(r.Id, r.Municipality, r.Month)).ToListAsync(cancel);
    }

    /// <summary>Notes that a reminder was mailed, and to how many addresses.</summary>
    public Task Sent(Guid reminder, int addresses, CancellationToken cancel) => _databases.Change(async db =>
    {
        if (await db.Reminders.SingleOrDefaultAsync(r => r.Id == reminder, cancel) is not { SentAt: null } row)
            return false;
        (row.SentAt, row.SentTo) = (_time.GetUtcNow().UtcDateTime, addresses);
        return true;
    }, cancel);
}

/// <summary>A reminder that still has to be mailed.</summary>
public sealed record WaitingReminder(Guid Id, string Municipality, string Month);
