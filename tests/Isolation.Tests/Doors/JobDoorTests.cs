using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage.Monitoring;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests.Doors;

/// <summary>The door of the jobs: a job works for the gemeente that was current when it was enqueued.</summary>
public abstract class JobDoorTests(Engine engine)
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_of_two_gemeenten_side_by_side_each_write_in_their_own_database()
    {
        await using var towns = await TwoTowns.On(engine);
        foreach (var tenant in (TenantId[])[TestPlatform.Enschede, TestPlatform.Hengelo])
        {
            await using var scope = await towns.Platform.Open(tenant, Cancel);
            for (var job = 0; job < 10; job++)
                scope.Get<TenantJobs>().Enqueue<Raise>(raise => raise.Execute());
        }

        await Work(towns.Platform, jobs: 20);

        Assert.Equal(TwoTowns.Enschede + 10, await towns.Platform.NumberOf(TestPlatform.Enschede));
        Assert.Equal(TwoTowns.Hengelo + 10, await towns.Platform.NumberOf(TestPlatform.Hengelo));
    }

    [Fact]
    public async Task A_job_that_names_no_gemeente_touches_nothing()
    {
        await using var towns = await TwoTowns.On(engine);
        var client = towns.Platform.Get<IBackgroundJobClient>();
        client.Create(Job.FromExpression<Raise>(raise => raise.Execute()), new EnqueuedState());

        await Work(towns.Platform, jobs: 1);

        Assert.Equal(TwoTowns.Enschede, await towns.Platform.NumberOf(TestPlatform.Enschede));
        Assert.Equal(TwoTowns.Hengelo, await towns.Platform.NumberOf(TestPlatform.Hengelo));
    }

    private static async Task Work(TestPlatform platform, int jobs)
    {
        var storage = platform.Get<JobStorage>();
        using (new BackgroundJobServer(
            new BackgroundJobServerOptions { Activator = platform.Get<JobActivator>(), WorkerCount = 4 }, storage))
        {
            var monitor = storage.GetMonitoringApi();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            patience.CancelAfter(TimeSpan.FromMinutes(2));
            while (Ended(monitor.GetStatistics()) < jobs)
                await Task.Delay(50, patience.Token);
        }
    }

    private static long Ended(StatisticsDto jobs) => jobs.Succeeded + jobs.Failed + jobs.Scheduled + jobs.Deleted;

    /// <summary>Raises the version of whoever it works for.</summary>
    public sealed class Raise(TenantChanges changes)
    {
        public async Task Execute()
        {
            await using var change = await changes.Begin(Cancel);
            await change.Db.RaiseVersion(Cancel);
            await change.Commit(Cancel);
        }
    }

    public sealed class OnSqlite() : JobDoorTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : JobDoorTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : JobDoorTests(Engine.SqlServer);
}
