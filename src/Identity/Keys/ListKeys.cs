using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Identity;

/// <summary>What a key of the platform does at this moment.</summary>
public enum KeyState
{
    /// <summary>Known to all, used by nobody yet.</summary>
    Announced,

    /// <summary>New tokens are made with it.</summary>
    InUse,

    /// <summary>What was made with it earlier is still valid.</summary>
    Believed,
}

/// <summary>A key that the provider signs or encrypts with; never the key itself.</summary>
/// <param name="Id">Its name in tokens.</param>
/// <param name="Use"><c>sign</c> or <c>encrypt</c>.</param>
/// <param name="State">What it does now.</param>
/// <param name="UsedFrom">From when on new tokens are made with it.</param>
/// <param name="RetiredAt">From when on nothing made with it is valid.</param>
public sealed record KeyLine(string Id, string Use, KeyState State, DateTime UsedFrom, DateTime RetiredAt);

/// <summary>Lists the keys that the provider signs and encrypts with, the newest first.</summary>
public sealed class ListKeys(IDbContextFactory<IdentityDb> databases, TimeProvider time)
{
    public async Task<IReadOnlyList<KeyLine>> Execute(CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rotating = ServerKeyUse.Rotating;
        var rows = await db.ServerKeys.AsNoTracking()
            .Where(k => rotating.Contains(k.Use) && k.RetiredAt > now)
            .OrderBy(k => k.Use).ThenByDescending(k => k.UsedFrom)
            .Select(k => new { k.Id, k.Use, k.UsedFrom, k.RetiredAt }).ToListAsync(cancel);
        return
        [
            .. rows.Select(row => new KeyLine(
                row.Id.ToString("N"), row.Use,
                row.UsedFrom > now ? KeyState.Announced
                    : rows.Any(r => r.Use == row.Use && r.UsedFrom <= now && r.UsedFrom > row.UsedFrom)
                        ? KeyState.Believed : KeyState.InUse,
                row.UsedFrom, row.RetiredAt)),
        ];
    }
}
