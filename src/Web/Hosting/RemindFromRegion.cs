using Twente.Igw.Deliveries;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// Carries reminders of the region's coordinator to the contacts of the gemeente they are for. The region itself can
/// reach no gemeente's mail.
/// </summary>
[PlatformJob]
public sealed class RemindFromRegion(RemindMunicipality reminders, ITenantCatalogue tenants, ITenantScopes scopes)
{
    public async Task Execute(CancellationToken cancel)
    {
        foreach (var reminder in await reminders.Waiting(cancel))
        {
            var tenant = TenantId.TryParse(reminder.Municipality, out var id) ? await tenants.Find(id, cancel) : null;
            try
            {
                var sent = tenant is null ? 0 : await Mail(tenant.Id, reminder, cancel);
                await reminders.Sent(reminder.Id, sent, cancel);
            }
            catch (Exception failure) when (failure is TenantOutdatedException || failure.IsDatabaseTrouble())
            {
                // This gemeente cannot be reached now; the others are reminded, and she is the next time.
            }
        }
    }

    private async Task<int> Mail(TenantId tenant, WaitingReminder reminder, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(tenant, cancel);
        return await scope.Get<MailReminder>().Execute(
            $"region:{reminder.Id:N}",
            $"De regio wacht op de cijfers over {ReportingPeriod.Parse(reminder.Month).Text()}",
            "De regiocoördinator vraagt u de cijfers over deze maand vrij te geven, of te laten weten waarom dat niet "
            + "kan.", Pages.MapPublishing.Root, cancel);
    }
}
