using System.Diagnostics;
using Hangfire.Common;
using Hangfire.Server;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Telemetry;

/// <summary>A trace of each job: which, for whom, whether it failed. Arguments are left out.</summary>
internal sealed class TraceJobs : JobFilterAttribute, IServerFilter
{
    private const string Item = "igw.activity";

    private static readonly ActivitySource Source = new(PlatformMeter.Name);

    public void OnPerforming(PerformingContext context)
    {
        var job = context.BackgroundJob.Job;
        if (Source.StartActivity($"{job.Type.Name}.{job.Method.Name}") is not { } activity)
            return;
        activity.SetTag(PlatformMeter.Tenant, context.GetJobParameter<string?>("Tenant") ?? "platform");
        context.Items[Item] = activity;
    }

    public void OnPerformed(PerformedContext context)
    {
        if (!context.Items.TryGetValue(Item, out var kept) || kept is not Activity activity)
            return;
        // The message of a failure may quote what a file holds; its type does not.
        if (context.Exception is { } failure)
            activity.SetStatus(ActivityStatusCode.Error, (failure.InnerException ?? failure).GetType().Name);
        activity.Dispose();
    }
}
