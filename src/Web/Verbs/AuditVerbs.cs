using System.CommandLine;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw audit verify | export</c></summary>
internal static class AuditVerbs
{
    public static Command Command() => new("audit", "Het logboek van een gemeente of van het platform")
    {
        Verify(), Export(),
    };

    private static Command Verify()
    {
        var id = new Argument<string?>("gemeente")
        {
            Description = "Code van de gemeente; weglaten voor het logboek van het platform",
            Arity = ArgumentArity.ZeroOrOne,
        };
        return Verb.Command(
            "verify", "Controleert of er in het logboek niets is gewijzigd, weggehaald, ingevoegd of afgeknipt", [id],
            async (parsed, services, cancel) =>
            {
                var verify = services.GetRequiredService<VerifyAudit>();
                var verdict = parsed.GetValue(id) is { } code
                    ? await verify.Tenant(TenantId.Parse(code), cancel)
                    : await verify.Platform(cancel);
                if (verdict is AuditVerdict.Broken broken)
                {
                    Console.Error.WriteLine($"Het logboek klopt niet vanaf regel {broken.Line}: {broken.Why}.");
                    return ExitCode.Failure;
                }
                Console.Out.WriteLine($"Het logboek klopt: {((AuditVerdict.Intact)verdict).Lines} regels.");
                return ExitCode.Done;
            });
    }

    private static Command Export()
    {
        var id = Verb.Gemeente();
        var since = new Option<long>("--since")
        {
            Description = "Alleen regels na dit regelnummer; zo gaat een verzamelaar verder waar hij was",
        };
        var lines = new Option<bool>("--jsonl") { Description = "Eén JSON-object per regel", Required = true };
        return Verb.Command(
            "export", "Schrijft het logboek van een gemeente voor een SIEM (Logboek Dataverwerkingen)",
            [id, since, lines],
            async (parsed, services, cancel) =>
            {
                await using var scope = await services.GetRequiredService<ITenantScopes>()
                    .Open(TenantId.Parse(parsed.GetValue(id)!), cancel);
                var from = Math.Max(parsed.GetValue(since), 0);
                await using (var change = await scope.Get<TenantChanges>().Begin(cancel))
                {
                    change.Record(new AuditEvent("audit.exported", $"na regel {from}"), Actor.CommandLine);
                    await change.Commit(cancel);
                }
                await foreach (var line in scope.Get<ReadAudit>().Stream(AuditFilter.All, from, cancel))
                    await Console.Out.WriteAsync(ProcessingLogLine.Of(scope.Get<TenantDb>().Owner, line).ToText());
                return ExitCode.Done;
            });
    }
}
