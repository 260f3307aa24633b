using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>An agreement on the command line.</summary>
internal static class AgreementText
{
    public static void Write(AgreementView agreement)
    {
        var line = agreement.Line;
        Console.Out.WriteLine(
            $"{line.Supplier} · {line.Contract}"
            + (line.IsConfirmed ? "" : "  (standaard, nog vast te leggen)"));
        foreach (var term in AllTerms.List)
            Console.Out.WriteLine($"  {term.Label,-32} {term.Show(agreement.Terms)}");
        foreach (var moment in agreement.History)
        {
            Console.Out.WriteLine(
                $"versie {moment.Number}, {DutchClock.Of(moment.At):dd-MM-yyyy HH:mm}, {moment.Did} door {moment.By}"
                + (moment.Reason.Length > 0 ? $": {moment.Reason}" : ""));
            foreach (var change in moment.Changes)
                Console.Out.WriteLine($"  {change.Label}: {change.Before} → {change.After}");
        }
    }

    public static int Tell(AgreementOutcome.Refused refused)
    {
        foreach (var objection in refused.Objections)
            Console.Error.WriteLine(objection.Sentence);
        return ExitCode.Refused;
    }
}
