using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>When the chain was last checked, and what was found.</summary>
/// <param name="At">When, in UTC.</param>
/// <param name="Found">What was found, in Dutch: up to which line it is right, or where it breaks.</param>
/// <param name="IsIntact">Whether it was right.</param>
public sealed record AuditCheck(DateTime At, string Found, bool IsIntact);

/// <summary>
/// Checks the current tenant's chain from its first line to its head, and puts what was found on the chain itself:
/// so everybody sees when somebody last looked.
/// </summary>
public sealed class CheckAudit
{
    private const string Checked = "audit.checked";

    private const string Broken = "gebroken";

    private readonly TenantDb _db;
    private readonly VerifyAudit _verify;
    private readonly TenantChanges _changes;

    internal CheckAudit(TenantDb db, VerifyAudit verify, TenantChanges changes) =>
        (_db, _verify, _changes) = (db, verify, changes);

    /// <returns>What was found; a chain that takes no more lines is told and not recorded.</returns>
    public async Task<AuditVerdict> Execute(Actor actor, CancellationToken cancel)
    {
        var verdict = await _verify.Tenant(_db.Owner, cancel);
        var what = verdict is AuditVerdict.Broken broken
            ? new AuditEvent(Checked, $"klopt niet vanaf regel {broken.Line}: {broken.Why}", Broken)
            : new AuditEvent(Checked, $"klopt tot en met regel {((AuditVerdict.Intact)verdict).Lines}");
        try
        {
            await using var change = await _changes.Begin(cancel);
            change.Record(what, actor);
            await change.Commit(cancel);
        }
        catch (AuditBrokenException)
        {
            // Cut or extended: then nothing is added any more, so that it is found for ever.
        }
        return verdict;
    }

    /// <summary>The last check that stands on the chain; null when it was never checked.</summary>
    public async Task<AuditCheck?> Last(CancellationToken cancel)
    {
        var line = await _db.Audit.AsNoTracking().Where(l => l.Event == Checked)
            .OrderByDescending(l => l.Number).FirstOrDefaultAsync(cancel);
        return line is null ? null : new AuditCheck(line.At, line.Subject, line.Result != Broken);
    }
}
