using System.CommandLine;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw tenant federation set | show | remove</c>: a gemeente that signs in her own people.</summary>
internal static class FederationVerbs
{
    public static Command Command() => new("federation", "Aanmelden met het account van de gemeente zelf")
    {
        Set(), Show(), Remove(),
    };

    private static Command Set()
    {
        var id = Verb.Gemeente();
        var authority = Required("--authority", "Adres van de aanmelddienst, van deze ene organisatie");
        var organisation = Required("--tid", "Nummer van de organisatie bij die dienst");
        var client = Required("--client-id", "Nummer van dit platform bij die dienst");
        var secret = Required("--secret-file", "Bestand met het geheim van dit platform bij die dienst");
        var groups = new Option<string[]>("--group")
        {
            Description = "Groep en rol, zoals 1f2e…=analist; mag vaker", DefaultValueFactory = _ => [],
        };
        return Verb.Command(
            "set", "Laat een gemeente haar eigen mensen aanmelden, of verandert hoe",
            [id, authority, organisation, client, secret, groups],
            async (parsed, services, cancel) =>
            {
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                var secretText = await File.ReadAllTextAsync(parsed.GetValue(secret)!, cancel);
                var refused = await services.GetRequiredService<SetFederation>().Execute(
                    tenant,
                    new NewFederation
                    {
                        Authority = parsed.GetValue(authority)!, Organisation = parsed.GetValue(organisation)!,
                        ClientId = parsed.GetValue(client)!, Secret = secretText.Trim(),
                        Groups = [.. parsed.GetValue(groups)!.Select(Group)],
                    },
                    Actor.CommandLine, cancel);
                if (refused is not null)
                    return Refuse(refused);
                var shown = await services.GetRequiredService<ShowFederation>().Execute(tenant, cancel);
                Console.Out.WriteLine($"Registreer bij die dienst als antwoordadres: {shown!.ReturnsTo}");
                return ExitCode.Done;
            });
    }

    private static Command Show()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command(
            "show", "Toont hoe mensen van een gemeente aanmelden", [id, json], async (parsed, services, cancel) =>
            {
                var shown = await services.GetRequiredService<ShowFederation>()
                    .Execute(TenantId.Parse(parsed.GetValue(id)!), cancel);
                if (parsed.GetValue(json))
                    Verb.WriteJson(shown);
                else if (shown is null)
                    Console.Out.WriteLine("Deze gemeente gebruikt accounts van het platform.");
                else
                    Console.Out.WriteLine(
                        $"aanmelddienst  {shown.Authority}\norganisatie    {shown.Organisation}\n"
                        + $"toepassing     {shown.ClientId}\nantwoordadres  {shown.ReturnsTo}\n"
                        + string.Concat(shown.Groups.Select(
                            g => $"groep          {g.Group} = {RolePermissions.Of(g.Role).Word}\n")).TrimEnd());
                return ExitCode.Done;
            });
    }

    private static Command Remove()
    {
        var id = Verb.Gemeente();
        return Verb.Command(
            "remove", "Laat een gemeente niet meer zelf aanmelden; de rollen uit haar groepen vervallen", [id],
            async (parsed, services, cancel) =>
                await services.GetRequiredService<RemoveFederation>()
                    .Execute(TenantId.Parse(parsed.GetValue(id)!), Actor.CommandLine, cancel)
                    ? ExitCode.Done
                    : Refuse("Deze gemeente gebruikt al accounts van het platform."));
    }

    private static Option<string> Required(string name, string description) =>
        new(name) { Description = description, Required = true };

    private static (string Group, Role Role) Group(string given)
    {
        var at = given.LastIndexOf('=');
        return at > 0 && RolePermissions.TryParse(given[(at + 1)..], out var role)
            ? (given[..at], role)
            : throw new FormatException($"'{given}' is geen groep met een rol, zoals 1f2e…=analist.");
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.Refused;
    }
}
