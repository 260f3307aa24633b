using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy;

public abstract class TenantJobTests(Engine engine)
{
    public sealed class OnSqlite() : TenantJobTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : TenantJobTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : TenantJobTests(Engine.SqlServer);

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_works_for_the_tenant_that_enqueued_it()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            scope.Get<TenantJobs>().Enqueue<WriteWhose>(job => job.Execute());

        await RunJobs(platform, jobs: 1);

        Assert.Equal("GM0153", await File.ReadAllTextAsync(WriteWhose.FileIn(platform.Data), Cancel));
    }

    [Fact]
    public async Task A_job_without_a_tenant_fails_unless_it_is_marked_as_the_platforms()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        var client = platform.Get<IBackgroundJobClient>();
        var unmarked = client.Create(Job.FromExpression<WriteWhose>(job => job.Execute()), new EnqueuedState());
        var marked = client.Create(Job.FromExpression<PlatformWork>(job => job.Execute()), new EnqueuedState());

        await RunJobs(platform, jobs: 2);

        using var storage = platform.Get<JobStorage>().GetConnection();
        Assert.Equal(FailedState.StateName, FinalStateOf(storage, unmarked));
        Assert.Equal(SucceededState.StateName, FinalStateOf(storage, marked));
        Assert.False(File.Exists(WriteWhose.FileIn(platform.Data)));
    }

    [Fact]
    public async Task A_job_of_a_removed_tenant_disappears()
    {
        await using var platform = await TestPlatform.Start(engine, Cancel);
        await platform.Add(TestPlatform.Enschede, "enschede", Cancel);
        await using (var scope = await platform.Open(TestPlatform.Enschede, Cancel))
            scope.Get<TenantJobs>().Enqueue<WriteWhose>(job => job.Execute());
        await platform.Get<RemoveTenant>().Execute(TestPlatform.Enschede, Actor.CommandLine, Cancel);
        platform.Clock.Advance(TimeSpan.FromSeconds(2));

        await RunJobs(platform, jobs: 1);

        Assert.Equal(1, platform.Get<JobStorage>().GetMonitoringApi().GetStatistics().Deleted);
        Assert.False(File.Exists(WriteWhose.FileIn(platform.Data)));
    }

    /// <summary>A failed job is scheduled for another try; that it failed is in its history.</summary>
    private static string FinalStateOf(IStorageConnection storage, string job)
    {
        var state = storage.GetStateData(job).Name;
        return state == ScheduledState.StateName ? FailedState.StateName : state;
    }

    /// <summary>Works until this many jobs have ended, well or badly.</summary>
    private static async Task RunJobs(TestPlatform platform, int jobs)
    {
        var storage = platform.Get<JobStorage>();
        using (new BackgroundJobServer(
            new BackgroundJobServerOptions { Activator = platform.Get<JobActivator>(), WorkerCount = 1 }, storage))
        {
            var monitor = storage.GetMonitoringApi();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
            patience.CancelAfter(TimeSpan.FromMinutes(1));
            while (Ended(monitor.GetStatistics()) < jobs)
                await Task.Delay(50, patience.Token);
        }
    }

    private static long Ended(Hangfire.Storage.Monitoring.StatisticsDto jobs) =>
        jobs.Succeeded + jobs.Failed + jobs.Scheduled + jobs.Deleted;

    /// <summary>Writes down for whom it worked.</summary>
    public sealed class WriteWhose(ICurrentTenant current, DataFolder data)
    {
        public static string FileIn(DataFolder data) => Path.Combine(data.Root, "whose.txt");

        public Task Execute() => File.WriteAllTextAsync(FileIn(data), current.Tenant.Id.Code, Cancel);
    }

    /// <summary>Work of the platform itself.</summary>
    [PlatformJob]
    public sealed class PlatformWork(ICurrentTenant current)
    {
        public Task Execute() => current.IsResolved
            ? throw new InvalidOperationException("The platform's own work has no tenant.")
            : Task.CompletedTask;
    }
}
