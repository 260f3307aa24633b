using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw agreements list | add</c></summary>
internal static class AgreementsVerbs
{
    public static Command Command() =>
        new("agreements", "Afspraken tussen leveranciers en een gemeente") { List(), Add() };

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont de afspraken van een gemeente", [id, json],
            async (parsed, services, cancel) =>
            {
                var lines = await services.GetRequiredService<ListAgreements>()
                    .Execute(TenantId.Parse(parsed.GetValue(id)!), cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(lines);
                else
                    foreach (var line in lines)
                        Console.Out.WriteLine(
                            $"{line.Supplier,-12} {line.Contract,-24} {line.LegalBasis,-10} "
                            + $"vanaf {line.From:dd-MM-yyyy}"
                            + (line.IsConfirmed ? "" : "  (standaard, nog vast te leggen)"));
                return ExitCode.Done;
            });
    }

    private static Command Add()
    {
        var id = Verb.Gemeente();
        var contract = new Argument<string>("contract") { Description = "Soort levering; zie igw contracts list" };
        var supplier = Named("--supplier", "De leverancier", SupplierCode.Police.Code);
        var basis = new Option<string>("--basis") { Description = "Grondslag, zoals \"Wpg 16\"", Required = true };
        var purpose = new Option<string>("--purpose") { Description = "Waarvoor", Required = true };
        var order = new Option<OrderKey>("--order") { Description = "Wat bepaalt welke levering de nieuwste is" };
        var manifest = new Option<bool>("--manifest") { Description = "Een manifest bij elk bestand is verplicht" };
        return Verb.Command(
            "add", "Legt een afspraak vast; vanaf vandaag mag deze leverancier dit leveren",
            [id, contract, supplier, basis, purpose, order, manifest],
            async (parsed, services, cancel) =>
            {
                var name = parsed.GetValue(contract)!;
                if (!TableSchema.All.Any(s => s.Name == name))
                    return ContractsVerbs.Unknown(name);
                var time = services.GetRequiredService<TimeProvider>();
                var made = await services.GetRequiredService<MakeAgreement>().Execute(
                    new NewAgreement
                    {
                        Tenant = TenantId.Parse(parsed.GetValue(id)!), Contract = name,
                        Supplier = SupplierCode.Parse(parsed.GetValue(supplier)!),
                        LegalBasis = parsed.GetValue(basis)!, Purpose = parsed.GetValue(purpose)!,
                        OrderKey = parsed.GetValue(order), ManifestRequired = parsed.GetValue(manifest),
                        From = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
                    },
                    Actor.CommandLine, cancel);
                Console.Out.WriteLine(
                    made ? "De afspraak is vastgelegd." : "Deze afspraak was er al; niets veranderd.");
                return ExitCode.Done;
            });
    }

    private static Option<string> Named(string name, string description, string value) =>
        new(name) { Description = description, DefaultValueFactory = _ => value };
}
