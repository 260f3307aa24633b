using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw agreements list | show | add | confirm | change | end</c></summary>
internal static class AgreementsVerbs
{
    public static Command Command()
    {
        var command = new Command("agreements", "Afspraken tussen leveranciers en een gemeente")
        {
            List(), Show(), Add(), AlterAgreementVerbs.Confirm(), AlterAgreementVerbs.Change(),
            AlterAgreementVerbs.End(),
        };
        command.Aliases.Add("agreement");
        return command;
    }

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
                            + (line.Until is { } until ? $" t/m {until:dd-MM-yyyy}" : "")
                            + (line.IsConfirmed ? "" : "  (standaard, nog vast te leggen)"));
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (id, contract, supplier, json) = (Verb.Gemeente(), Contract(), Supplier(), Verb.AsJson());
        return Verb.Command("show", "Toont een afspraak met alles wat erin staat en wat eraan veranderde",
            [id, contract, supplier, json],
            async (parsed, services, cancel) =>
            {
                var found = await Find(
                    services, parsed.GetValue(id)!, parsed.GetValue(supplier)!, parsed.GetValue(contract)!, cancel);
                if (found is null)
                    return Unknown(parsed.GetValue(supplier)!, parsed.GetValue(contract)!);
                if (parsed.GetValue(json))
                    Verb.WriteJson(found);
                else
                    AgreementText.Write(found);
                return ExitCode.Done;
            });
    }

    private static Command Add()
    {
        var (id, contract, supplier, terms) = (Verb.Gemeente(), Contract(), Supplier(), new TermOptions());
        return Verb.Command(
            "add", "Legt een afspraak vast; vanaf vandaag, of vanaf --from, mag deze leverancier dit leveren",
            [id, contract, supplier, .. terms.All],
            async (parsed, services, cancel) =>
            {
                var name = parsed.GetValue(contract)!;
                if (!TableSchema.All.Any(s => s.Name == name))
                    return ContractsVerbs.Unknown(name);
                if (terms.Missing(parsed, "grondslag", "doel") is { } missing)
                {
                    await Console.Error.WriteLineAsync($"Geef ook {missing} op.");
                    return ExitCode.Failure;
                }
                var today = services.GetRequiredService<TimeProvider>().DutchToday();
                var outcome = await services.GetRequiredService<MakeAgreement>().Execute(
                    new WrittenAgreement
                    {
                        Tenant = TenantId.Parse(parsed.GetValue(id)!), Contract = name, Given = terms.Read(parsed),
                        Supplier = SupplierCode.Parse(parsed.GetValue(supplier)!), Today = today,
                    },
                    Actor.CommandLine, cancel);
                if (outcome is AgreementOutcome.Altered)
                    Console.Out.WriteLine("De afspraak is vastgelegd.");
                else if (outcome is AgreementOutcome.Unchanged)
                    Console.Out.WriteLine("Deze afspraak was er al; niets veranderd.");
                return outcome is AgreementOutcome.Refused refused ? AgreementText.Tell(refused) : ExitCode.Done;
            });
    }

    internal static Argument<string> Contract() => new("contract")
    {
        Description = "Soort levering; zie igw contracts list",
    };

    internal static Option<string> Supplier() => new("--supplier")
    {
        Description = "De leverancier", DefaultValueFactory = _ => SupplierCode.Police.Code,
    };

    internal static Task<AgreementView?> Find(
        IServiceProvider services, string gemeente, string supplier, string contract, CancellationToken cancel) =>
        services.GetRequiredService<ShowAgreement>().Newest(
            TenantId.Parse(gemeente), SupplierCode.Parse(supplier), contract, cancel);

    internal static int Unknown(string supplier, string contract)
    {
        Console.Error.WriteLine(
            $"Deze gemeente heeft met {supplier} geen afspraak over {contract}; zie igw agreements list.");
        return ExitCode.Failure;
    }
}
