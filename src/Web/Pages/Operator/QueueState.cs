using Hangfire;
using Hangfire.Storage;

namespace Twente.Igw.Web.Pages;

/// <summary>How much work waits, runs and failed, over all gemeenten.</summary>
internal sealed record QueueState
{
    /// <summary>Each count with its Dutch label.</summary>
    public required IReadOnlyList<(string Label, long Count)> Counts { get; init; }

    /// <summary>What is done again and again, and what became of it.</summary>
    public required IReadOnlyList<(string Name, DateTime? Last, DateTime? Next, string Outcome)> Recurring
    {
        get; init;
    }

    public static QueueState Read(JobStorage jobs)
    {
        var counts = jobs.GetMonitoringApi().GetStatistics();
        using var connection = jobs.GetConnection();
        return new QueueState
        {
            Counts =
            [
                ("wachten", counts.Enqueued), ("worden gedaan", counts.Processing),
                ("worden later herhaald", counts.Scheduled), ("opgegeven", counts.Failed),
                ("gedaan", counts.Succeeded), ("processen die werk doen", counts.Servers),
            ],
            Recurring =
            [
                .. connection.GetRecurringJobs().OrderBy(j => j.Id, StringComparer.Ordinal).Select(j => (
                    j.Id, j.LastExecution, j.NextExecution, j.LastJobState switch
                    {
                        "Succeeded" => "gelukt",
                        "Failed" => "mislukt",
                        null => "nog niet gedaan",
                        _ => "bezig",
                    })),
            ],
        };
    }
}
