using System.CommandLine;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw audit verify</c></summary>
internal static class AuditVerbs
{
    public static Command Command() => new("audit", "Het logboek van een gemeente of van het platform") { Verify() };

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
}
