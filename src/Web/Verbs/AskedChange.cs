using System.CommandLine;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>What verbs share that ask for a change which needs a second person.</summary>
internal static class AskedChange
{
    public static Option<string> Reason() => new("--reason")
    {
        Description = "Waarom; verplicht waar een tweede persoon goedkeurt", DefaultValueFactory = _ => "",
    };

    /// <param name="outcome">What became of it.</param>
    /// <param name="holds">What holds now, or would.</param>
    public static int Tell(RequestOutcome outcome, string holds)
    {
        switch (outcome)
        {
            case RequestOutcome.Refused(var sentence):
                Console.Error.WriteLine(sentence);
                return ExitCode.Failure;
            case RequestOutcome.Asked:
                Console.Out.WriteLine($"Aangevraagd; geldt zodra een tweede persoon het goedkeurt. {holds}");
                return ExitCode.Held;
            default:
                Console.Out.WriteLine(holds);
                return ExitCode.Done;
        }
    }
}
