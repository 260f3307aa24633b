using System.CommandLine;
using Twente.Igw.Benchmarks;

var measures = new RootCommand("Measures the platform; what it says holds between the lines of one run.")
{
    Functions.Command(), WeeklyDeliveries.Command(), Backfill.Command(), DropToVisible.Command(),
    KillWhileLoading.Command(), MigrateTenants.Command(), ManyTenants.Command(), OfferRequests.Command(),
    Fuzz.Command(), Restore.Command(), KnownOnQuestions.Command(),
    AskForTokens.Command(), AllAtOnceOnBlob.Command(), NoisyNeighbour.Command(), RollingRestart.Command(),
    CompareMany.Command(),
};
return await measures.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
