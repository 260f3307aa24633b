using Hangfire;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Access;

namespace Twente.Igw.Web.Hosting;

/// <summary>
/// The jobs of the whole platform, for its operator alone. Jobs hold codes of gemeenten and numbers, no figures.
/// </summary>
internal static class JobsDashboard
{
    public const string Path = "/taken";

    public static void MapJobsDashboard(this WebApplication app) => app.MapHangfireDashboard(
        Path,
        new DashboardOptions
        {
            Authorization = [], DashboardTitle = "Taken", AppPath = null,
            DisplayStorageConnectionString = false,
        })
        .On(SitePart.Operator).Needs(Permission.OperatePlatform);
}
