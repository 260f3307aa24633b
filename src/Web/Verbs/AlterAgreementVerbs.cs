using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw agreements confirm | change | end</c></summary>
internal static class AlterAgreementVerbs
{
    public static Command Confirm() => Alter(
        "confirm", "Bevestigt een afspraak, zo nodig met verbeterde gegevens; daarna mogen de cijfers worden getoond",
        (services, request, cancel) => services.GetRequiredService<ConfirmAgreement>().Execute(
            request, Actor.CommandLine, cancel));

    public static Command Change() => Alter(
        "change", "Wijzigt een afspraak; wat er stond blijft in de geschiedenis staan",
        (services, request, cancel) => services.GetRequiredService<ChangeAgreement>().Execute(
            request, Actor.CommandLine, cancel));

    public static Command End()
    {
        var (id, contract, supplier, reason) =
            (Verb.Gemeente(), AgreementsVerbs.Contract(), AgreementsVerbs.Supplier(), Reason());
        var until = new Option<string>("--until") { Description = "Laatste dag, zoals 31-12-2026", Required = true };
        return Verb.Command(
            "end", "Beëindigt een afspraak; na de laatste dag wordt niets meer aangenomen",
            [id, contract, supplier, until, reason],
            (parsed, services, cancel) => Run(
                services, new Chosen(
                    parsed.GetValue(id)!, parsed.GetValue(supplier)!, parsed.GetValue(contract)!,
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [AllTerms.Until] = parsed.GetValue(until)!,
                    },
                    parsed.GetValue(reason)!),
                request => services.GetRequiredService<EndAgreement>().Execute(request, Actor.CommandLine, cancel),
                cancel));
    }

    private static Command Alter(
        string name, string description,
        Func<IServiceProvider, AgreementRequest, CancellationToken, Task<AgreementOutcome>> alter)
    {
        var (id, contract, supplier, reason, terms) = (
            Verb.Gemeente(), AgreementsVerbs.Contract(), AgreementsVerbs.Supplier(), Reason(), new TermOptions());
        return Verb.Command(name, description, [id, contract, supplier, .. terms.All, reason],
            (parsed, services, cancel) => Run(
                services, new Chosen(
                    parsed.GetValue(id)!, parsed.GetValue(supplier)!, parsed.GetValue(contract)!, terms.Read(parsed),
                    parsed.GetValue(reason)!),
                request => alter(services, request, cancel), cancel));
    }

    private static async Task<int> Run(
        IServiceProvider services, Chosen chosen, Func<AgreementRequest, Task<AgreementOutcome>> alter,
        CancellationToken cancel)
    {
        if (await AgreementsVerbs.Find(
            services, chosen.Gemeente, chosen.Supplier, chosen.Contract, cancel) is not { } found)
            return AgreementsVerbs.Unknown(chosen.Supplier, chosen.Contract);
        var outcome = await alter(new AgreementRequest
        {
            Tenant = TenantId.Parse(chosen.Gemeente), Id = found.Line.Id, Version = found.Version,
            Given = chosen.Given, Reason = chosen.Reason,
        });
        switch (outcome)
        {
            case AgreementOutcome.Altered { Version: var version }:
                Console.Out.WriteLine($"De afspraak is vastgelegd als versie {version}.");
                return ExitCode.Done;
            case AgreementOutcome.Unchanged:
                Console.Out.WriteLine("De afspraak zei dit al; niets veranderd.");
                return ExitCode.Done;
            case AgreementOutcome.Refused refused:
                return AgreementText.Tell(refused);
            default:
                await Console.Error.WriteLineAsync("Iemand anders heeft de afspraak net gewijzigd; bekijk haar eerst.");
                return ExitCode.Refused;
        }
    }

    private static Option<string> Reason() => new("--reason")
    {
        Description = "Waarom; komt in de geschiedenis te staan", DefaultValueFactory = _ => "",
    };

    private sealed record Chosen(
        string Gemeente, string Supplier, string Contract, IReadOnlyDictionary<string, string> Given, string Reason);
}
