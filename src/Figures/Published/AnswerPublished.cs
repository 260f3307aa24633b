using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>
/// Which published counts are asked for; what is null is not narrowed down.
/// </summary>
public sealed record PublishedQuestion
{
    public CategoryCode? Category { get; init; }

    public AreaCode? Area { get; init; }

    public PublishedPeriod? Period { get; init; }
}

/// <summary>A published count with the name of its category.</summary>
/// <param name="Period">Month or year; a year stands beside its months and is never added to them.</param>
/// <param name="Area">The area's code.</param>
/// <param name="Category">The class, or <c>0.0.0</c>.</param>
/// <param name="Title">Its Dutch title.</param>
/// <param name="Count">Null is "not known".</param>
public sealed record PublishedRow(
    PublishedPeriod Period, AreaCode Area, CategoryCode Category, string Title, int? Count);

/// <summary>
/// Answers what the police publish themselves, exactly as they do: public figures need no disclosure. Nothing here is
/// added up, neither over periods nor with the weekly figures.
/// </summary>
public sealed class AnswerPublished(TenantDb db)
{
    /// <summary>What stands beside every one of these figures.</summary>
    public const string Source = "Politie, eigen publicatie (open data); los van de weekcijfers";

    private const string AllOffences = "0.0.0";

    /// <summary>Newest period first, then by area and category.</summary>
    public async Task<IReadOnlyList<PublishedRow>> Execute(PublishedQuestion question, CancellationToken cancel)
    {
        var (counts, versions) = (db.PublishedCounts, db.PeriodVersions);
        var counting = counts.AsNoTracking().Join(
            versions.Where(v => v.ToVersion == WeekVersion.Open),
            c => new { c.Delivery, c.Period }, v => new { v.Delivery, v.Period }, (c, _) => c);
        if (question.Category is { Code: var category })
            counting = counting.Where(c => c.Category == category);
        if (question.Area is { Code: var area })
            counting = counting.Where(c => c.Area == area);
        if (question.Period is { Number: var period })
            counting = counting.Where(c => c.Period == period);
        var rows = await counting.OrderByDescending(c => c.Period).ThenBy(c => c.Area).ThenBy(c => c.Category)
            .ToListAsync(cancel);
        return [.. rows.Select(ToRow)];
    }

    private PublishedRow ToRow(PublishedCountRow row)
    {
        var category = CategoryCode.Parse(row.Category);
        // The police's own titles, whatever a gemeente calls a class.
        var title = row.Category == AllOffences
            ? "Totaal misdrijven"
            : DefaultCategories.Tree.Find(category)?.Title ?? "";
        return new PublishedRow(
            PublishedPeriod.FromNumber(row.Period), AreaCode.Parse(row.Area), category, title,
            row.Count == PublishedCountRow.NotKnown ? null : row.Count);
    }
}
