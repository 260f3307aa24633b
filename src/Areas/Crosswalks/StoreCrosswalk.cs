using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Areas;

/// <summary>Stores a crosswalk as a draft, for an import and for a proposal alike.</summary>
internal sealed class StoreCrosswalk(CatalogueChanges changes)
{
    /// <returns>Its number, and whether it is new: what is a draft or in use already is not stored again.</returns>
    public async Task<(long Number, bool IsNew)> Execute(
        CrosswalkText text, string source, Actor actor, CancellationToken cancel)
    {
        await using var change = await changes.Begin(cancel);
        var (heads, lines) = (change.Db.Crosswalks, change.Db.CrosswalkLines);
        var (municipality, content) = (text.Municipality.Code, Hash(text));
        var stored = await heads.Where(h => h.Municipality == municipality)
            .Select(h => new { h.Number, h.FromYear, h.ToYear, h.Content, h.State }).ToListAsync(cancel);
        var same = stored.Find(s => s.Content == content && (s.FromYear, s.ToYear) == (text.FromYear, text.ToYear)
            && s.State is CrosswalkState.Draft or CrosswalkState.Reviewed);
        if (same is not null)
            return (same.Number, false);
        var number = stored.Select(s => s.Number).DefaultIfEmpty().Max() + 1;
        heads.Add(new CrosswalkHead
        {
            Municipality = municipality, Number = number, FromYear = text.FromYear, ToYear = text.ToYear,
            State = CrosswalkState.Draft, Content = content, Source = source, MadeAt = change.At, MadeBy = actor.Name,
        });
        lines.AddRange(text.Rows.Select(r => new CrosswalkLine
        {
            Municipality = municipality, Number = number, FromArea = r.Row.From.Code, ToArea = r.Row.To.Code,
            Weight = r.Row.Weight, Basis = r.Row.Basis,
        }));
        var subject = $"omrekentabel {number} van {municipality}, {text.FromYear} naar {text.ToYear}";
        change.Record(new AuditEvent("crosswalk.drafted", subject), actor);
        await change.Commit(cancel);
        return (number, true);
    }

    private static string Hash(CrosswalkText text)
    {
        var rows = CrosswalkOrder.Of(text.Rows.Select(r => r.Row)).Select(r => $"{r.From}{r.To}{r.Weight}{r.Basis}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(rows))))[..16];
    }
}

/// <summary>What becomes of rows offered as a crosswalk.</summary>
public abstract record CrosswalkDrafting
{
    private CrosswalkDrafting()
    {
    }

    /// <summary>It is there as a draft and waits for a person.</summary>
    /// <param name="Number">Its number within the municipality.</param>
    /// <param name="Rows">How many rows it has.</param>
    /// <param name="Divided">How many of them are a part of a neighbourhood.</param>
    public sealed record Drafted(long Number, int Rows, int Divided) : CrosswalkDrafting;

    /// <summary>The very same was there already, as a draft or in use.</summary>
    public sealed record Unchanged(long Number) : CrosswalkDrafting;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Findings">The first hundred things that are wrong.</param>
    /// <param name="Total">How many things are wrong.</param>
    public sealed record Refused(IReadOnlyList<AreaFinding> Findings, int Total) : CrosswalkDrafting;

    internal static Refused Of(AreaFindings findings) => new(findings.First, findings.Total);

    internal static CrosswalkDrafting Of((long Number, bool IsNew) stored, IReadOnlyList<ReadRow> rows) =>
        stored.IsNew
            ? new Drafted(stored.Number, rows.Count, rows.Count(r => !CrosswalkWords.IsWhole(r.Row.Basis)))
            : new Unchanged(stored.Number);
}
