using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>Where the health of the platform is read.</summary>
internal sealed record HealthSources(
    ITenantCatalogue Catalogue, DatabaseEngine Engine, DataFolder Data, ListKeys Keys, ReadTenants Tenants,
    MailInvitation Mail, TimeProvider Time);

/// <summary>One thing that is well or not.</summary>
/// <param name="What">What was looked at.</param>
/// <param name="IsWell">Whether nobody needs to act.</param>
/// <param name="Says">What was seen, and what to do.</param>
internal sealed record HealthLine(string What, bool IsWell, string Says);

/// <summary>Reads the health of the platform, one line for each thing that can be wrong.</summary>
internal static class PlatformHealth
{
    private const double Gigabyte = 1024 * 1024 * 1024;

    /// <summary>Below this the next deliveries may not fit.</summary>
    private const double LeastFree = 2 * Gigabyte;

    public static async Task<IReadOnlyList<HealthLine>> Read(HealthSources from, CancellationToken cancel)
    {
        var rows = await from.Tenants.Execute(cancel);
        var away = rows.Where(r => r.State != "open").Select(r => $"{r.Tenant.Id}: {r.State}").ToList();
        var free = new DriveInfo(Path.GetFullPath(from.Data.Root)).AvailableFreeSpace;
        var unsent = rows.Sum(r => r.Unsent);
        return
        [
            new("Database", from.Catalogue.IsCurrent, from.Catalogue.IsCurrent
                ? $"{from.Engine.Name} antwoordt."
                : $"{from.Engine.Name} antwoordt niet; er wordt uit geheugen getoond."),
            new("Gegevens van gemeenten", away.Count == 0, away.Count == 0
                ? $"Alle {rows.Count} zijn open en van deze versie, {from.Engine.TenantSchema}."
                : string.Join("; ", away)),
            new("Vrije ruimte", free >= LeastFree, $"{Drawings.Dutch.Rate(free / Gigabyte)} GB bij de bestanden."),
            Keys(await from.Keys.Execute(cancel), from.Time.GetUtcNow().UtcDateTime),
            new("Mail", unsent == 0, from.Mail.IsOn
                ? $"Staat aan; {Drawings.Dutch.Plural(unsent, "bericht wacht", "berichten wachten")}."
                : "Staat uit: er is geen mailserver ingesteld."),
        ];
    }

    private static HealthLine Keys(IReadOnlyList<KeyLine> keys, DateTime now)
    {
        var used = keys.Where(k => k.State == KeyState.InUse).ToList();
        var ends = used.Count == 0 ? now : used.Min(k => k.RetiredAt);
        return new HealthLine(
            "Sleutels", used.Count > 0 && ends > now,
            used.Count == 0
                ? "Er is geen sleutel in gebruik; kijk met igw keys list."
                : $"{used.Count} in gebruik, geldig tot {ColleagueWords.Moment(ends)}.");
    }
}
