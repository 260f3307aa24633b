using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Publishing;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// What is done again and again where work is done. A machine that is off at night catches up when it starts; doing it
/// twice changes nothing.
/// </summary>
internal sealed class ScheduleWork(
    IRecurringJobManagerV2 recurring, IBackgroundJobClientV2 jobs, IServiceScopeFactory scopes,
    ILogger<ScheduleWork> log) : BackgroundService
{
    private const string EveryNight = "15 2 * * *";
    private const string EveryHour = "40 * * * *";
    private const string EveryFiveMinutes = "*/5 * * * *";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private readonly RepeatedFailures _failures = new(log);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var time = scope.ServiceProvider.GetRequiredService<TimeProvider>();
        using var tries = new PeriodicTimer(Again, time);
        // Where jobs are kept may be away when the program starts.
        while (!await _failures.Guard("het werk van elke dag inplannen", Schedule)
            && await tries.WaitForNextTickAsync(stoppingToken))
        {
        }
    }

    private Task Schedule()
    {
        Plan<VisitTenants>("bewaartermijnen", v => v.Retain(CancellationToken.None), EveryNight);
        Plan<VisitTenants>("leveringsstand", v => v.Watch(CancellationToken.None), EveryFiveMinutes);
        Plan<VisitTenants>("goedkeuringen", v => v.Settle(CancellationToken.None), EveryFiveMinutes);
        Plan<VisitTenants>("niet-aangeleverd", v => v.ForgetOffers(CancellationToken.None), EveryHour);
        Plan<VisitTenants>("regio", v => v.FollowRegion(CancellationToken.None), EveryFiveMinutes);
        Plan<RemindFromRegion>("herinneringen", r => r.Execute(CancellationToken.None), EveryFiveMinutes);
        Plan<ForgetExpired>("verlopen-aanmeldingen", f => f.Execute(CancellationToken.None), EveryNight);
        return Task.CompletedTask;
    }

    private void Plan<T>(string name, Expression<Func<T, Task>> work, string when)
    {
        recurring.AddOrUpdate(name, Job.FromExpression(work), when, new RecurringJobOptions());
        jobs.Create(Job.FromExpression(work), new Hangfire.States.EnqueuedState());
    }
}

/// <summary>
/// Gives each gemeente a job of her own for work of every day, so that one's trouble never keeps another waiting.
/// </summary>
[PlatformJob]
public sealed class VisitTenants(
    ITenantCatalogue tenants, ITenantScopes scopes, ForgetDistrictOffers districtOffers)
{
    public Task Retain(CancellationToken cancel) =>
        Each(jobs => jobs.Enqueue<RunRetention>(job => job.Execute(CancellationToken.None)), cancel);

    public Task Watch(CancellationToken cancel) =>
        Each(jobs => jobs.Enqueue<WatchFeeds>(job => job.Execute(CancellationToken.None)), cancel);

    public Task Settle(CancellationToken cancel) =>
        Each(jobs => jobs.Enqueue<SettleChanges>(job => job.Execute(CancellationToken.None)), cancel);

    /// <summary>Proposes, publishes and tells the region what is due.</summary>
    public Task FollowRegion(CancellationToken cancel) =>
        Each(jobs => jobs.Enqueue<FollowCycle>(job => job.Execute(CancellationToken.None)), cancel);

    /// <summary>What was checked and not delivered; also of files for several gemeenten.</summary>
    public async Task ForgetOffers(CancellationToken cancel)
    {
        await districtOffers.Execute(cancel);
        await Each(jobs => jobs.Enqueue<ForgetOffers>(job => job.Execute(CancellationToken.None)), cancel);
    }

    private async Task Each(Action<TenantJobs> enqueue, CancellationToken cancel)
    {
        foreach (var tenant in await tenants.List(cancel))
        {
            await using var scope = await scopes.Open(tenant.Id, cancel);
            enqueue(scope.Get<TenantJobs>());
        }
    }
}
