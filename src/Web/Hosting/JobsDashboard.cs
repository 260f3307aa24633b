using System.Net;
using Hangfire;
using Hangfire.Dashboard;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// The jobs of the whole platform, for its operator: on the operator's host alone, and only from this machine. Jobs
/// hold codes of gemeenten and numbers, no figures.
/// </summary>
internal static class JobsDashboard
{
    public const string Path = "/taken";

    public static void MapJobsDashboard(this WebApplication app) => app.MapHangfireDashboard(
        Path,
        new DashboardOptions
        {
            Authorization = [new FromThisMachine()], DashboardTitle = "Taken", AppPath = null,
            DisplayStorageConnectionString = false,
        })
        .On(SitePart.Operator).ForAnybody();

    private sealed class FromThisMachine : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context)
        {
            var http = context.GetHttpContext();
            // A proxy on this machine would make everybody look as if they sat at it.
            var isForwarded = http.Request.Headers.ContainsKey("X-Forwarded-For")
                || http.Request.Headers.ContainsKey("Forwarded");
            return http.Features.Get<AnsweringPart>()?.Part == SitePart.Operator && !isForwarded
                && http.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from);
        }
    }
}
