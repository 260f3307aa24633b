using System.CommandLine;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw keys list | rotate</c>: what the provider signs and encrypts with.</summary>
internal static class KeysVerbs
{
    public static Command Command() => new("keys", "Sleutels van de aanmelding") { List(), Rotate() };

    private static Command List()
    {
        var json = Verb.AsJson();
        return Verb.Command("list", "Toont de sleutels en wat ze nu doen", [json], async (parsed, services, cancel) =>
        {
            var keys = await services.GetRequiredService<ListKeys>().Execute(cancel);
            if (parsed.GetValue(json))
                Verb.WriteJson(keys);
            else
                foreach (var key in keys)
                    Console.Out.WriteLine(
                        $"{key.Id}  {(key.Use == "sign" ? "ondertekent" : "versleutelt"),-12} {WordOf(key.State),-13} "
                        + $"vanaf {key.UsedFrom:yyyy-MM-dd HH:mm}, geldig tot {key.RetiredAt:yyyy-MM-dd HH:mm} (UTC)");
            return ExitCode.Done;
        });
    }

    private static Command Rotate() => Verb.Command(
        "rotate", "Maakt nu nieuwe sleutels, zoals na een lek; niemand wordt afgemeld", [],
        async (_, services, cancel) =>
        {
            var made = await services.GetRequiredService<RotateKeys>().Execute(Actor.CommandLine, cancel);
            Console.Out.WriteLine(
                $"{made} nieuwe sleutels gemaakt; ze worden gebruikt zodra elk proces ze kent. Zie igw keys list.");
            return ExitCode.Done;
        });

    private static string WordOf(KeyState state) => state switch
    {
        KeyState.Announced => "aangekondigd",
        KeyState.InUse => "in gebruik",
        _ => "nog geldig",
    };
}
