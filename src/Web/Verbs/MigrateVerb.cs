using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw migrate</c>: brings every database to this program's schema.</summary>
internal static class MigrateVerb
{
    public static Command Command()
    {
        var json = Verb.AsJson();
        return Verb.Administering(
            "migrate", "Maakt de databases, of werkt ze bij naar de versie van dit programma", [json],
            async (parsed, services, cancel) =>
            {
                var report = await services.GetRequiredService<Migrate>().Execute(cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(new
                    {
                        platform = report.Platform.ToDictionary(p => WordOf(p.Key), p => p.Value),
                        gemeenten = report.Tenants.Select(t => new
                        {
                            id = t.Tenant.Code, toegepast = t.Applied, seconden = t.Took.TotalSeconds,
                            fout = t.Failure,
                        }),
                    });
                else
                    Tell(report);
                return report.Succeeded ? ExitCode.Done : ExitCode.Failure;
            });
    }

    private static void Tell(MigrationReport report)
    {
        foreach (var (model, applied) in report.Platform)
            Console.Out.WriteLine($"{WordOf(model),-10} {Words(applied)}");
        foreach (var tenant in report.Tenants.Where(t => t.Failure is null))
            Console.Out.WriteLine(
                $"{tenant.Tenant}     {Words(tenant.Applied)} ({tenant.Took.TotalSeconds:0.00} s)");
        foreach (var tenant in report.Tenants.Where(t => t.Failure is not null))
            Console.Error.WriteLine($"{tenant.Tenant}     MISLUKT: {tenant.Failure}");
        if (!report.Succeeded)
            Console.Error.WriteLine(
                "De andere gemeenten zijn wel bijgewerkt. Verhelp de oorzaak en draai igw migrate nog eens.");
    }

    private static string WordOf(PlatformModel model) => model switch
    {
        PlatformModel.Catalogue => "catalogus",
        PlatformModel.Identity => "toegang",
        _ => "regio",
    };

    private static string Words(IReadOnlyList<string> applied) => applied.Count switch
    {
        0 => "was al bij",
        1 => "bijgewerkt: 1 wijziging",
        var many => string.Create(CultureInfo.InvariantCulture, $"bijgewerkt: {many} wijzigingen"),
    };
}
