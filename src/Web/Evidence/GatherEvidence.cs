using Microsoft.Extensions.Options;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Evidence;

/// <summary>
/// Gathers what a gemeente can show, after putting on her record that it was asked for. Works within her scope: no
/// other gemeente can be read there.
/// </summary>
internal sealed class GatherEvidence(
    ITenantScopes scopes, VerifyAudit verify, ListColleagues colleagues, IOptions<TenancyOptions> platform,
    TimeProvider time)
{
    /// <exception cref="UnknownTenantException">There is no such gemeente.</exception>
    public async Task<EvidencePack> Execute(TenantId id, Actor actor, CancellationToken cancel)
    {
        await using var scope = await scopes.Open(id, cancel);
        await using (var change = await scope.Get<TenantChanges>().Begin(cancel))
        {
            change.Record(new AuditEvent("evidence.made", "bewijsstukken"), actor);
            await change.Commit(cancel);
        }
        return new EvidencePack
        {
            Tenant = scope.Get<ICurrentTenant>().Tenant, At = time.GetUtcNow().UtcDateTime,
            Domain = platform.Value.Domain,
            SecurityMail = platform.Value.SecurityMail ?? $"security@{platform.Value.Domain}",
            Agreements = await Agreements(scope, id, cancel),
            Colleagues = await colleagues.Execute(id, cancel), Uses = await Uses(scope, cancel),
            Retention = await scope.Get<PlanRetention>().Execute(cancel),
            Proofs = await scope.Get<ListProofs>().Execute(cancel), Log = await verify.Tenant(id, cancel),
        };
    }

    private static async Task<IReadOnlyList<AgreementView>> Agreements(
        TenantScope scope, TenantId id, CancellationToken cancel)
    {
        var found = new List<AgreementView>();
        foreach (var line in await scope.Get<ListAgreements>().Execute(id, cancel))
            if (await scope.Get<ShowAgreement>().Execute(id, line.Id, cancel) is { } agreement)
                found.Add(agreement);
        return found;
    }

    private static async Task<IReadOnlyList<LoggedUse>> Uses(TenantScope scope, CancellationToken cancel)
    {
        var times = new SortedDictionary<(string Month, string Event, string Result), int>();
        await foreach (var line in scope.Get<ReadAudit>().Stream(AuditFilter.All, 0, cancel))
        {
            var month = DutchClock.Of(line.At).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            var key = (month, line.Event, line.Result);
            times[key] = times.GetValueOrDefault(key) + 1;
        }
        return [.. times.Select(t => new LoggedUse(t.Key.Month, t.Key.Event, t.Key.Result, t.Value))];
    }
}
