using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw backup | restore | rebuild</c></summary>
internal static class BackupVerbs
{
    /// <summary>Longer than any process takes to see that a gemeente was closed, and to finish its work.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public static IEnumerable<Command> Commands() => [Backup(), Restore(), Rebuild()];

    private static Command Backup()
    {
        var (id, file) = (Verb.Gemeente(), File("Het zipbestand dat wordt gemaakt"));
        var force = new Option<bool>("--force") { Description = "Overschrijf een bestaand bestand" };
        return Verb.Command("backup", "Bewaart alles van een gemeente in één bestand", [id, file, force],
            async (parsed, services, cancel) =>
            {
                var outcome = await services.GetRequiredService<BackupTenant>().Execute(
                    TenantId.Parse(parsed.GetValue(id)!),
                    new BackupTenant.Target(parsed.GetValue(file)!, parsed.GetValue(force), Tell),
                    Actor.CommandLine, cancel);
                if (outcome is not BackupTenant.Outcome.Written { Manifest: var manifest })
                {
                    Console.Error.WriteLine($"{parsed.GetValue(file)} bestaat al; overschrijf het met --force.");
                    return ExitCode.Refused;
                }
                Console.Out.WriteLine(
                    $"{manifest.Tenant} {manifest.Name} staat in {parsed.GetValue(file)}: "
                    + $"{manifest.Tables.Sum(t => t.Rows)} rijen, {manifest.Files.Count} bestanden.");
                Console.Out.WriteLine($"Controlegetal van de tabellen: {manifest.TablesChecksum}");
                return ExitCode.Done;
            });
    }

    private static Command Restore()
    {
        var (id, file) = (Verb.Gemeente(), File("Een zipbestand van igw backup"));
        return Verb.Administering(
            "restore", "Zet een gemeente terug uit een reservekopie; nog eens uitvoeren maakt af wat half af is",
            [id, file],
            async (parsed, services, cancel) =>
            {
                await services.GetRequiredService<RequireSchema>().Execute(cancel);
                var restored = await services.GetRequiredService<RestoreTenant>().Execute(
                    TenantId.Parse(parsed.GetValue(id)!), parsed.GetValue(file)!, Request(), cancel);
                Console.Out.WriteLine(
                    $"{restored.Manifest.Tenant} {restored.Manifest.Name} is terug zoals op "
                    + $"{DutchClock.Of(restored.Manifest.MadeAt):dd-MM-yyyy HH:mm}.");
                Console.Out.WriteLine($"Controlegetal van de tabellen: {restored.Manifest.TablesChecksum}");
                TellCopy(restored.SafetyCopy);
                return ExitCode.Done;
            });
    }

    private static Command Rebuild()
    {
        var id = Verb.Gemeente();
        var allow = new Option<bool>("--allow-missing")
        {
            Description = "Ga door als een origineel ontbreekt of beschadigd is; die weken tellen dan niet",
        };
        return Verb.Administering(
            "rebuild", "Bouwt de gegevens van een gemeente opnieuw op uit het archief van leveringen", [id, allow],
            async (parsed, services, cancel) =>
            {
                await services.GetRequiredService<RequireSchema>().Execute(cancel);
                return TellRebuilt(await services.GetRequiredService<RebuildTenant>().Execute(
                    TenantId.Parse(parsed.GetValue(id)!), parsed.GetValue(allow), Request(), cancel));
            });
    }

    private static int TellRebuilt(RebuildTenant.Outcome outcome)
    {
        switch (outcome)
        {
            case RebuildTenant.Outcome.Rebuilt rebuilt:
                foreach (var objection in rebuilt.Objections)
                    Console.Error.WriteLine(objection);
                if (rebuilt.LostWeeks.Count > 0)
                    Console.Error.WriteLine($"Verloren weken: {string.Join(", ", rebuilt.LostWeeks)}");
                Console.Out.WriteLine($"Opnieuw opgebouwd uit {rebuilt.Deliveries} leveringen.");
                TellCopy(rebuilt.SafetyCopy);
                return ExitCode.Done;
            case RebuildTenant.Outcome.Refused refused:
                foreach (var objection in refused.Objections)
                    Console.Error.WriteLine(objection);
                Console.Error.WriteLine("Er is niets veranderd. Doorgaan zonder deze leveringen: --allow-missing");
                return ExitCode.Refused;
            default:
                Console.Error.WriteLine("Het archief van deze gemeente is leeg; er is niets veranderd.");
                return ExitCode.Refused;
        }
    }

    private static RenewalRequest Request() => new(Actor.CommandLine, Settle, Tell);

    private static Argument<string> File(string description) => new("bestand") { Description = description };

    private static void Tell(string what) => Console.Error.WriteLine(what);

    private static void TellCopy(string? path) => Console.Out.WriteLine(path is null
        ? "Wat er was kon niet worden gelezen; daarvan is geen kopie."
        : $"Wat er was staat in {path}");
}
