using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw limits show | set</c></summary>
internal static class LimitsVerbs
{
    public static Command Command() => new("limits", "Grenzen waarboven een levering wordt aangehouden")
    {
        Show(), Set(),
    };

    private static Command Show()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("show", "Toont de grenzen van een gemeente", [id, json],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var limits = await scope.Get<ShowLimits>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(limits);
                else
                    Console.Out.WriteLine(Line(limits));
                return ExitCode.Done;
            });
    }

    private static Command Set()
    {
        var (id, reason) = (Verb.Gemeente(), AskedChange.Reason());
        var weeks = Number("--weeks", "Weken die nodig zijn voor een oordeel");
        var halve = Number("--halve", "Weken die mogen halveren");
        var factor = Number("--factor", "Keer meer of minder dan gebruikelijk");
        var silence = Number("--silence", "Verwacht aantal waarbij stilte opvalt");
        return Verb.Command("set", "Stelt de grenzen van een gemeente in", [id, weeks, halve, factor, silence, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                var now = await scope.Get<ShowLimits>().Execute(cancel);
                var limits = new Limits(
                    parsed.GetValue(weeks) ?? now.WeeksNeeded, parsed.GetValue(halve) ?? now.WeeksThatMayHalve,
                    parsed.GetValue(factor) ?? now.SumFactor,
                    parsed.GetValue(silence) ?? now.CountThatSaysSomething);
                return AskedChange.Tell(
                    await scope.Get<SetLimits>().Execute(
                        limits, parsed.GetValue(reason)!, Person.AtCommandLine, cancel),
                    Line(limits));
            });
    }

    private static Option<int?> Number(string name, string description) => new(name) { Description = description };

    private static string Line(Limits limits) =>
        string.Join(". ", limits.Each.Select(l => $"{l.Label}: {l.Value}")) + ".";
}
