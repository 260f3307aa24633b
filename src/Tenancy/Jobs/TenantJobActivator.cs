using System.Reflection;
using Hangfire;
using Hangfire.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Twente.Igw.Tenancy;

/// <summary>Restores a job's tenant when its scope opens, before anything is resolved from it.</summary>
public sealed class TenantJobActivator(ITenantScopes tenants, IServiceScopeFactory scopes) : JobActivator
{
    public override JobActivatorScope BeginScope(PerformContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var tenant = context.GetJobParameter<string?>(TenantJobs.TenantParameter);
        if (tenant is not null)
        {
            // Hangfire's activation is synchronous; the catalogue answers from memory except once a second.
            var open = tenants.Open(TenantId.Parse(tenant), context.CancellationToken.ShutdownToken);
            return new ForTenant(open.GetAwaiter().GetResult());
        }
        var job = context.BackgroundJob.Job.Type;
        if (job.GetCustomAttribute<PlatformJobAttribute>() is null)
            throw new TenantUnresolvedException();
        return new ForPlatform(scopes.CreateAsyncScope());
    }

    private sealed class ForTenant(TenantScope scope) : JobActivatorScope
    {
        public override object Resolve(Type type) => scope.GetOrCreate(type);

        public override void DisposeScope() => scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    private sealed class ForPlatform(AsyncServiceScope scope) : JobActivatorScope
    {
        public override object Resolve(Type type) =>
            ActivatorUtilities.GetServiceOrCreateInstance(scope.ServiceProvider, type);

        public override void DisposeScope() => scope.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
