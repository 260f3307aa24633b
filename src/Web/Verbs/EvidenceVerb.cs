using System.CommandLine;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Evidence;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw evidence</c>: what a gemeente can show to an auditor, as files.</summary>
internal static class EvidenceVerb
{
    public static Command Command()
    {
        var id = Verb.Gemeente();
        var to = new Option<string>("--to") { Description = "Een lege of nieuwe map voor de stukken", Required = true };
        return Verb.Command(
            "evidence",
            "Schrijft de bewijsstukken van een gemeente: DPIA-bijlage, registerregel, afspraken, toegang, vernietiging",
            [id, to],
            async (parsed, services, cancel) =>
            {
                var folder = Path.GetFullPath(parsed.GetValue(to)!);
                WriteEvidence.RequireEmpty(folder);
                var evidence = await ActivatorUtilities.CreateInstance<GatherEvidence>(services)
                    .Execute(TenantId.Parse(parsed.GetValue(id)!), Actor.CommandLine, cancel);
                var files = await WriteEvidence.To(folder, evidence, cancel);
                foreach (var file in files)
                    Console.Out.WriteLine(file);
                if (evidence.Log is not AuditVerdict.Broken broken)
                    return ExitCode.Done;
                Console.Error.WriteLine(
                    $"Let op: het logboek klopt niet vanaf regel {broken.Line}: {broken.Why}. "
                    + "De stukken zeggen dat ook.");
                return ExitCode.Failure;
            });
    }
}
