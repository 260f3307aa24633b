using System.CommandLine;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw user roles | take | disable | enable | sessions end</c></summary>
internal static class UserAccessVerbs
{
    public static Command Roles()
    {
        var (mail, json) = (Mail(), Verb.AsJson());
        return Verb.Command("roles", "Toont de rollen van een gebruiker", [mail, json],
            async (parsed, services, cancel) => await With(services, parsed.GetValue(mail)!, user =>
            {
                if (parsed.GetValue(json))
                    Verb.WriteJson(user.Roles);
                else
                    foreach (var role in user.Roles)
                        Console.Out.WriteLine(
                            $"{RolePermissions.Of(role.Role).Word,-20} {role.At,-10} "
                            + $"{(role.Until is { } until ? $"t/m {until:dd-MM-yyyy}" : ""),-16} {role.Purpose}");
                return Task.FromResult<string?>(null);
            }, cancel));
    }

    public static Command Take()
    {
        var (mail, at, reason) = (Mail(), At("Code van de gemeente of leverancier"), Reason());
        var role = new Option<string>("--role") { Description = "Rol, zoals analist", Required = true };
        return Verb.Command("take", "Beëindigt een rol of mandaat", [mail, role, at, reason],
            async (parsed, services, cancel) => await With(services, parsed.GetValue(mail)!, async user =>
            {
                var (place, word) = (parsed.GetValue(at) ?? "", parsed.GetValue(role));
                var held = user.Roles.Where(r => r.At == place && RolePermissions.Of(r.Role).Word == word).ToList();
                if (held.Count == 0)
                    return $"Deze gebruiker heeft de rol '{word}' niet; zie igw user roles {user.Mail}.";
                foreach (var one in held)
                    await services.GetRequiredService<TakeRole>().Execute(
                        place, one.Id, parsed.GetValue(reason)!, Person.AtCommandLine, cancel);
                return null;
            }, cancel));
    }

    public static Command Disable()
    {
        var (mail, at, reason) = (Mail(), At("Alleen bij deze gemeente; leeg voor het hele account"), Reason());
        return Verb.Command("disable", "Zet de toegang van een gebruiker stop", [mail, at, reason],
            async (parsed, services, cancel) => await With(services, parsed.GetValue(mail)!, async user =>
            {
                var (disable, why) = (services.GetRequiredService<DisableUser>(), parsed.GetValue(reason)!);
                return Said(parsed.GetValue(at) is { } code
                    ? await disable.Execute(TenantId.Parse(code), user.Id, why, Person.AtCommandLine, cancel)
                    : await disable.Everywhere(user.Id, why, Actor.CommandLine, cancel));
            }, cancel));
    }

    public static Command Enable()
    {
        var (mail, at) = (Mail(), At("Alleen bij deze gemeente; leeg voor het hele account"));
        return Verb.Command("enable", "Geeft de toegang van een gebruiker terug", [mail, at],
            async (parsed, services, cancel) => await With(services, parsed.GetValue(mail)!, async user =>
            {
                var enable = services.GetRequiredService<EnableUser>();
                return Said(parsed.GetValue(at) is { } code
                    ? await enable.Execute(TenantId.Parse(code), user.Id, Person.AtCommandLine, cancel)
                    : await enable.Everywhere(user.Id, Actor.CommandLine, cancel));
            }, cancel));
    }

    public static Command Sessions()
    {
        var (mail, at) = (Mail(), At("Alleen bij deze gemeente; leeg voor overal"));
        var end = Verb.Command("end", "Meldt een gebruiker af, binnen een halve minuut in elk proces", [mail, at],
            async (parsed, services, cancel) => await With(services, parsed.GetValue(mail)!, async user =>
            {
                var signOut = services.GetRequiredService<SignOutUser>();
                if (parsed.GetValue(at) is { } code)
                    return Said(await signOut.Execute(TenantId.Parse(code), user.Id, Person.AtCommandLine, cancel));
                await signOut.Everywhere(user.Id, Actor.CommandLine, cancel);
                return null;
            }, cancel));
        return new Command("sessions", "Waar een gebruiker is aangemeld") { end };
    }

    private static Argument<string> Mail() => new("mail") { Description = "E-mailadres van het account" };

    private static Option<string?> At(string description) => new("--at") { Description = description };

    private static Option<string> Reason() => new("--reason")
    {
        Description = "Waarom; komt in het logboek", DefaultValueFactory = _ => "",
    };

    private static string? Said(AccessOutcome outcome) => outcome switch
    {
        AccessOutcome.Done => null,
        AccessOutcome.Refused(var sentence) => sentence,
        _ => "Deze gebruiker is daar niet bekend.",
    };

    /// <param name="services">Of the verb.</param>
    /// <param name="mail">Whose account.</param>
    /// <param name="act">What to do; answers why it could not be.</param>
    /// <param name="cancel">Ends the work.</param>
    private static async Task<int> With(
        IServiceProvider services, string mail, Func<UserLine, Task<string?>> act, CancellationToken cancel)
    {
        var users = await services.GetRequiredService<ListUsers>().Execute(at: null, cancel);
        var user = users.FirstOrDefault(u => u.Mail.Equals(mail, StringComparison.OrdinalIgnoreCase));
        var objection = user is null ? $"Er is geen account met het adres '{mail}'." : await act(user);
        if (objection is null)
            return ExitCode.Done;
        await Console.Error.WriteLineAsync(objection);
        return ExitCode.Failure;
    }
}
