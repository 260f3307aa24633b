using Hangfire;
using Hangfire.Dashboard;

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
        .WithMetadata(new AnswersOnOperatorHost());

    private sealed class FromThisMachine : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => OperatorSeat.IsTakenBy(context.GetHttpContext());
    }
}

/// <summary>Marks an endpoint that exists on the operator's host and nowhere else.</summary>
internal sealed class AnswersOnOperatorHost;
