using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Compares a faultless file with what the supplier usually sends. Findings that start with <c>plausibility.</c> hold
/// the delivery; those that start with <c>warning.</c> do not.
/// </summary>
internal sealed class WeighPlausibility(FactLedger ledger, CategoryStore categories)
{
    /// <summary>How far back "usual" looks.</summary>
    private const int WeeksOfMemory = 52;

    public async Task<IReadOnlyList<Finding>> Execute(
        TenantDb db, Feed feed, WeekRange weeks, CheckedWeeks check, CancellationToken cancel)
    {
        var limits = await db.PlausibilityLimits.AsNoTracking().SingleOrDefaultAsync(cancel)
            ?? new PlausibilityLimits();
        var before = await ledger.Counting(db, feed, weeks.First.Plus(-WeeksOfMemory), weeks.First.Plus(-1), cancel);
        if (before.Count < limits.WeeksNeeded)
            return [];
        var usual = await Usual.Read(db, before, weeks, cancel);
        var replaced = await ledger.Counting(db, feed, weeks.First, weeks.Last, cancel);
        var references = await Usual.TotalsOf(db, replaced, cancel);
        var groups = check.GroupTotals(await categories.Current(cancel));
        return [.. Halved(check, usual, references, limits), .. Sum(check, usual, limits),
            .. Silent(groups, weeks, usual, limits)];
    }

    /// <summary>A week is held against what it replaces, or else against the usual week.</summary>
    private static IEnumerable<Finding> Halved(
        CheckedWeeks check, Usual usual, IReadOnlyDictionary<IsoWeek, long> references, PlausibilityLimits limits)
    {
        var halved = check.Weeks.Where(w =>
        {
            var reference = references.GetValueOrDefault(w.Week, (long)usual.WeekTotal);
            return reference >= limits.CountThatSaysSomething && w.Total * 2 < reference;
        }).Select(w => w.Week).ToList();
        if (halved.Count == 0)
            yield break;
        var code = halved.Count > limits.WeeksThatMayHalve ? "plausibility.halved" : "warning.halved";
        yield return Finding.OfFile(code, string.Join(", ", halved.Take(12)) + (halved.Count > 12 ? " …" : ""));
    }

    private static IEnumerable<Finding> Sum(CheckedWeeks check, Usual usual, PlausibilityLimits limits)
    {
        var expected = usual.WeekTotal * check.Weeks.Count;
        var tooMuch = check.Sum > expected * limits.SumFactor
            && check.Sum >= limits.CountThatSaysSomething * limits.SumFactor;
        var tooLittle = check.Sum * limits.SumFactor < expected && expected >= limits.CountThatSaysSomething;
        if (tooMuch || tooLittle)
            yield return Finding.OfFile(
                "plausibility.sum", string.Create(Dutch, $"{check.Sum:N0}; gebruikelijk {expected:N0}"));
    }

    private static IEnumerable<Finding> Silent(
        IReadOnlyList<GroupTotal> groups, WeekRange weeks, Usual usual, PlausibilityLimits limits)
    {
        var heard = groups.Where(g => g.Total > 0).Select(g => g.Group.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var group in usual.Groups.Keys.Order(StringComparer.Ordinal))
        {
            var expected = usual.ExpectedOf(group, weeks.Length);
            if (heard.Contains(group) || expected < limits.CountThatSaysSomething / 2.0)
                continue;
            var code = expected >= limits.CountThatSaysSomething ? "plausibility.silent-group" : "warning.silent-group";
            yield return Finding.OfFile(code, string.Create(Dutch, $"{group}: 0; gebruikelijk {expected:N1}"));
        }
    }

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
}
