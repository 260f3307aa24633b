using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>Everything a tenant owns, rows and files, as one hash: whoever is not concerned keeps the same.</summary>
public static class TenantBytes
{
    /// <summary>What a gemeente's own clock writes about her own feeds, whoever else delivers.</summary>
    private static readonly string[] ByTheClock = ["FeedStand", "OutgoingMail"];

    public static async Task<string> Of(TestPlatform platform, TenantId tenant, CancellationToken cancel)
    {
        await using var scope = await platform.Open(tenant, cancel);
        var all = new List<string>();
        foreach (var table in scope.Get<TenantDb>().Model.GetEntityTypes().Select(t => t.GetTableName()!)
            .Except(ByTheClock, StringComparer.Ordinal))
            all.AddRange((await Rows(scope.Get<TenantDb>(), table, cancel)).Where(r => !IsByTheClock(r)));
        var files = scope.Get<TenantFiles>();
        foreach (var place in Enum.GetValues<TenantPlace>())
            foreach (var file in Directory.GetFiles(files.Folder(place), "*", SearchOption.AllDirectories))
                all.Add($"{file} {Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(file, cancel)))}");
        all.Sort(StringComparer.Ordinal);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
    }

    /// <summary>How her feeds stand is on her own record too, by a job of her own.</summary>
    private static bool IsByTheClock(string row) =>
        row.StartsWith("AuditLine ", StringComparison.Ordinal)
        && row.Contains("|feed.changed|", StringComparison.Ordinal);

    private static async Task<List<string>> Rows(TenantDb db, string table, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        var found = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync(cancel))
        {
            var values = new object[rows.FieldCount];
            while (await rows.ReadAsync(cancel))
            {
                rows.GetValues(values);
                found.Add(string.Create(CultureInfo.InvariantCulture, $"{table} {string.Join('|', values)}"));
            }
        }
        await db.Database.CloseConnectionAsync();
        return found;
    }
}
