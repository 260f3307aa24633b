using System.Linq.Expressions;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace Twente.Igw.Tenancy;

/// <summary>Enqueues work of the platform itself, which belongs to no tenant.</summary>
public sealed class PlatformJobs(IBackgroundJobClientV2 client)
{
    /// <param name="call">A call of a class marked as a <see cref="PlatformJobAttribute"/>.</param>
    public void Enqueue<T>(Expression<Func<T, Task>> call) =>
        client.Create(Job.FromExpression(call), new EnqueuedState());
}
