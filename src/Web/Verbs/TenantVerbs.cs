using System.CommandLine;
using Twente.Igw.Databases;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw tenant add | list | rotate | remove | contact | federation</c></summary>
internal static class TenantVerbs
{
    public static Command Command() => new("tenant", "Gemeenten op dit platform")
    {
        Add(), List(), Rotate(), Remove(), ContactVerbs.Command(), FederationVerbs.Command(),
    };

    private static Command Add()
    {
        var id = Verb.Gemeente();
        var slug = new Argument<string>("host") { Description = "Eerste deel van de hostnaam, zoals enschede" };
        var name = new Argument<string>("naam") { Description = "Naam op schermen, zoals \"Enschede\"" };
        return Verb.Administering(
            "add", "Voegt een gemeente toe; nog eens uitvoeren herstelt wat half af is", [id, slug, name],
            async (parsed, services, cancel) =>
            {
                await services.GetRequiredService<RequireSchema>().Execute(cancel);
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                var outcome = await services.GetRequiredService<AddTenant>().Execute(
                    tenant, TenantSlug.Parse(parsed.GetValue(slug)!), parsed.GetValue(name)!, Actor.CommandLine,
                    cancel);
                if (outcome is AddTenant.Outcome.Added or AddTenant.Outcome.AlreadyThere)
                    await services.GetRequiredService<AgreeByDefault>().Execute(tenant, Actor.CommandLine, cancel);
                return Tell(outcome);
            });
    }

    private static int Tell(AddTenant.Outcome outcome)
    {
        switch (outcome)
        {
            case AddTenant.Outcome.Added { Tenant: var tenant }:
                Console.Out.WriteLine($"{tenant.Id} {tenant.Name} is toegevoegd op host {tenant.Slug}.");
                return ExitCode.Done;
            case AddTenant.Outcome.AlreadyThere { Tenant: var tenant }:
                Console.Out.WriteLine(
                    $"{tenant.Id} {tenant.Name} bestond al op host {tenant.Slug}; nagekeken en in orde.");
                return ExitCode.Done;
            case AddTenant.Outcome.HostTaken { Slug: var slug }:
                Console.Error.WriteLine($"De host {slug} is al in gebruik; kies een andere.");
                return ExitCode.Refused;
            case AddTenant.Outcome.BeingRestored:
                Console.Error.WriteLine(BeingRestored);
                return ExitCode.Refused;
            default:
                Console.Error.WriteLine("Deze gemeente wordt verwijderd; voer eerst igw tenant remove nog eens uit.");
                return ExitCode.Refused;
        }
    }

    private static Command List()
    {
        var json = Verb.AsJson();
        return Verb.Command("list", "Toont de gemeenten", [json], async (parsed, services, cancel) =>
        {
            var tenants = await services.GetRequiredService<ListTenants>().Execute(cancel);
            if (parsed.GetValue(json))
                Verb.WriteJson(tenants.Select(
                    t => new { id = t.Id.Code, slug = t.Slug.Label, name = t.Name, state = t.State }));
            else
                foreach (var tenant in tenants)
                    Console.Out.WriteLine($"{tenant.Id}  {tenant.Slug,-20} {tenant.Name}{Words(tenant.State)}");
            return ExitCode.Done;
        });
    }

    private static string Words(TenantState state) => state switch
    {
        TenantState.Adding => "  (half toegevoegd)",
        TenantState.Restoring => "  (wordt teruggezet; dicht)",
        TenantState.Removing => "  (wordt verwijderd; dicht)",
        _ => "",
    };

    private static Command Rotate()
    {
        var id = Verb.Gemeente();
        var overlap = new Option<int>("--overlap")
        {
            Description = "Seconden waarin het oude en het nieuwe geheim allebei werken",
            DefaultValueFactory = _ => 15,
        };
        overlap.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 3)
                given.AddError("Geef --overlap minstens 3 seconden: elk proces moet de wissel kunnen zien.");
        });
        return Verb.Administering(
            "rotate", "Geeft de database van een gemeente een nieuw geheim, terwijl de site doorwerkt", [id, overlap],
            async (parsed, services, cancel) =>
            {
                await services.GetRequiredService<RequireSchema>().Execute(cancel);
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                var outcome = await services.GetRequiredService<RotateSecret>().Execute(
                    tenant, TimeSpan.FromSeconds(parsed.GetValue(overlap)), Actor.CommandLine, cancel);
                return Tell(tenant, outcome);
            });
    }

    private static int Tell(TenantId tenant, RotateSecret.Outcome outcome)
    {
        switch (outcome)
        {
            case RotateSecret.Outcome.Rotated { Generation: var generation }:
                Console.Out.WriteLine(
                    $"{tenant} gebruikt nu geheim nummer {generation + 1}; het vorige werkt niet meer.");
                return ExitCode.Done;
            case RotateSecret.Outcome.NoSecret { Engine: var engine }:
                Console.Error.WriteLine($"{engine} kent geen geheim per gemeente: het bestand zelf is de muur.");
                return ExitCode.Refused;
            default:
                throw new UnknownTenantException(tenant);
        }
    }

    private static Command Remove()
    {
        var id = Verb.Gemeente();
        var confirm = new Option<string>("--confirm")
        {
            Description = "Herhaal de code van de gemeente om te bevestigen",
            Required = true,
        };
        return Verb.Administering(
            "remove", "Verwijdert een gemeente geheel, na een export van alles wat van haar is", [id, confirm],
            async (parsed, services, cancel) =>
            {
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                if (parsed.GetValue(confirm) != tenant.Code)
                {
                    Console.Error.WriteLine($"Niet verwijderd: bevestig met --confirm {tenant}.");
                    return ExitCode.Refused;
                }
                await services.GetRequiredService<RequireSchema>().Execute(cancel);
                var outcome = await services.GetRequiredService<RemoveTenant>()
                    .Execute(tenant, Actor.CommandLine, cancel);
                if (outcome is RemoveTenant.Outcome.BeingRestored)
                {
                    Console.Error.WriteLine(BeingRestored);
                    return ExitCode.Refused;
                }
                await services.GetRequiredService<EndAgreements>().Execute(tenant, cancel);
                await services.GetRequiredService<ApplyMessage>().Remove(tenant.Code, cancel);
                await services.GetRequiredService<EndAccess>().Execute(tenant, Actor.CommandLine, cancel);
                if (outcome is not RemoveTenant.Outcome.Removed { Export: var export })
                    throw new UnknownTenantException(tenant);
                Console.Out.WriteLine($"{tenant} is verwijderd. Export: {export}");
                return ExitCode.Done;
            });
    }

    private const string BeingRestored =
        "Deze gemeente wordt teruggezet; maak dat eerst af met igw restore of igw rebuild.";
}
