using System.CommandLine;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw tenant contact add | remove | list</c></summary>
internal static class ContactVerbs
{
    public static Command Command() => new("contact", "Wie een mail krijgt als een levering uitblijft")
    {
        Alter("add", "Voegt een adres toe; gebruik het adres van een functie, niet van een persoon",
            async (scope, address, cancel) =>
                await scope.Get<AddContact>().Execute(address, Actor.CommandLine, cancel)
                    ? $"{address} krijgt voortaan bericht." : $"{address} stond er al."),
        Alter("remove", "Haalt een adres weg",
            async (scope, address, cancel) =>
                await scope.Get<RemoveContact>().Execute(address, Actor.CommandLine, cancel)
                    ? $"{address} krijgt geen bericht meer." : $"{address} stond er niet."),
        List(),
    };

    private static Command Alter(
        string name, string description, Func<TenantScope, string, CancellationToken, Task<string>> alter)
    {
        var id = Verb.Gemeente();
        var address = new Argument<string>("adres") { Description = "Mailadres, zoals veiligheid@gemeente.nl" };
        return Verb.Command(name, description, [id, address], async (parsed, services, cancel) =>
        {
            await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
            Console.Out.WriteLine(await alter(scope, parsed.GetValue(address)!, cancel));
            return ExitCode.Done;
        });
    }

    private static Command List()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        return Verb.Command("list", "Toont de adressen", [id, json], async (parsed, services, cancel) =>
        {
            await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
            var addresses = await scope.Get<ListContacts>().Execute(cancel);
            if (parsed.GetValue(json))
                Verb.WriteJson(addresses);
            else
                foreach (var address in addresses)
                    Console.Out.WriteLine(address);
            return ExitCode.Done;
        });
    }
}
