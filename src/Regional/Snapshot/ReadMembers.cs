using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;

namespace Twente.Igw.Regional;

/// <summary>Reads what the gemeenten published; of one that published nothing new what was read before stays.</summary>
internal sealed class ReadMembers(RegionalDb db, Region? before)
{
    private ILookup<string, PublicationNote>? _notes;
    private ILookup<string, (ReportingPeriod Month, MonthState State)>? _states;

    public async Task<Member> Read(
        Area of, Participant? participant, ModelAgreement? model, CancellationToken cancel)
    {
        var area = of.Code;
        _notes ??= await Notes(cancel);
        _states ??= await States(cancel);
        var notes = _notes[area.Code].OrderByDescending(n => n.Number).ToList();
        var known = before?.Find(area.Code);
        var same = known is not null && known.Participant?.AcceptedAt == participant?.AcceptedAt
            && known.Publications.Count == notes.Count && before!.Model?.Version == model?.Version;
        return new Member
        {
            Area = area, Name = of.Name, Inhabitants = of.Inhabitants, Participant = participant,
            Publications = participant is null ? [] : notes,
            Counts = same ? known!.Counts : await Counts(area.Code, participant, model, cancel),
            Months = _states[area.Code].ToFrozenDictionary(s => s.Month, s => s.State),
        };
    }

    private async Task<PublishedCounts> Counts(
        string municipality, Participant? participant, ModelAgreement? model, CancellationToken cancel)
    {
        // Nothing is regional without an agreement, whatever may still lie in the database.
        if (participant is null || model is null)
            return PublishedCounts.None;
        var texts = await db.Publications.AsNoTracking().Where(p => p.Municipality == municipality)
            .OrderBy(p => p.Number).Select(p => p.Cells).ToListAsync(cancel);
        var places = model.Categories.Select((c, at) => (c.Code, at)).ToDictionary(c => c.Code, c => c.at);
        return PublishedCounts.From(texts, places, name => Keeps(name, participant, model));
    }

    private static bool Keeps(CellName name, Participant participant, ModelAgreement model) =>
        name.Period.FirstDay >= participant.From.FirstDay
        && (participant.Units & model.Units).Holds(name.Period.Unit)
        && (participant.Levels & model.Levels).HasFlag(
            name.Area.Level == AreaLevel.District ? RegionalLevels.District : RegionalLevels.Municipality)
        && model.Find(name.Category) is { } category && participant.Publishes(category);

    private async Task<ILookup<string, PublicationNote>> Notes(CancellationToken cancel)
    {
        var rows = await db.Publications.AsNoTracking().Select(p => new
        {
            p.Municipality, p.Number, p.Month, p.PublishedAt, p.Note, p.ApproverRole, p.BoundaryYear,
        }).ToListAsync(cancel);
        return rows.ToLookup(p => p.Municipality, p => new PublicationNote(
            p.Number, ReportingPeriod.Parse(p.Month), p.PublishedAt, p.Note, p.ApproverRole, p.BoundaryYear));
    }

    private async Task<ILookup<string, (ReportingPeriod, MonthState)>> States(CancellationToken cancel)
    {
        var reminded = (await db.Reminders.AsNoTracking().Select(r => new { r.Municipality, r.Month, r.At })
            .ToListAsync(cancel)).ToLookup(r => (r.Municipality, r.Month), r => r.At);
        var rows = (await db.MonthStates.AsNoTracking().ToListAsync(cancel))
            .ToDictionary(r => (r.Municipality, r.Month));
        return rows.Keys.Union(reminded.Select(r => r.Key)).ToLookup(k => k.Municipality, k =>
        {
            var row = rows.GetValueOrDefault(k);
            return (ReportingPeriod.Parse(k.Month), new MonthState(row?.DeliveredAt, row?.ApprovedAt)
            {
                RemindedAt = reminded[k].Cast<DateTime?>().Max(),
            });
        });
    }
}
