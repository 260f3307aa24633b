using System.CommandLine;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>
/// <c>igw user invite | again | list | roles | take | disable | enable | sessions</c>: the first administrator, and
/// whoever the site cannot help.
/// </summary>
internal static class UserVerbs
{
    public static Command Command() => new("user", "Gebruikers, hun rollen en waar zij zijn aangemeld")
    {
        Invite(), Again(), List(), UserAccessVerbs.Roles(), UserAccessVerbs.Take(), UserAccessVerbs.Disable(),
        UserAccessVerbs.Enable(), UserAccessVerbs.Sessions(),
    };

    private static Command Invite()
    {
        var mail = new Argument<string>("mail") { Description = "E-mailadres waarmee iemand aanmeldt" };
        var name = new Option<string>("--name") { Description = "Naam of functie, voor collega's", Required = true };
        var role = new Option<string>("--role")
        {
            Description = "Rol: " + string.Join(", ", RolePermissions.All.Select(r => RolePermissions.Of(r).Word)),
            Required = true,
        };
        var at = new Option<string>("--at")
        {
            Description = "Code van de gemeente, zoals GM0153; leeg voor een rol op het platform",
            DefaultValueFactory = _ => "",
        };
        var until = new Option<DateOnly?>("--until") { Description = "Laatste dag; bij een mandaat verplicht" };
        var purpose = new Option<string>("--purpose")
        {
            Description = "Doel van een mandaat", DefaultValueFactory = _ => "",
        };
        var exact = Mandate("--exact", "Ook exacte cijfers");
        var sensitive = Mandate("--sensitive", "Ook gevoelige categorieën per buurt en week");
        return Verb.Command(
            "invite", "Geeft iemand een rol en, zonder account, een link om er een te maken",
            [mail, name, role, at, until, purpose, exact, sensitive],
            (parsed, services, cancel) => RolePermissions.TryParse(parsed.GetValue(role), out var given)
                ? Invite(services, parsed.GetValue(mail)!, parsed.GetValue(name)!, new NewMembership
                {
                    Role = given, At = parsed.GetValue(at)!, Until = parsed.GetValue(until),
                    Purpose = parsed.GetValue(purpose)!, IsExact = parsed.GetValue(exact),
                    IsSensitive = parsed.GetValue(sensitive),
                }, cancel)
                : Task.FromResult(
                    Refuse($"De rol '{parsed.GetValue(role)}' bestaat niet; zie igw user invite --help.")));
    }

    private static Option<bool> Mandate(string name, string what) =>
        new(name) { Description = $"{what}, als mandaat: met --purpose en --until" };

    private static async Task<int> Invite(
        IServiceProvider services, string mail, string name, NewMembership membership, CancellationToken cancel) =>
        Tell(await services.GetRequiredService<InviteUser>().Execute(
            new NewInvitation { Mail = mail, DisplayName = name, Membership = membership }, Person.AtCommandLine,
            cancel));

    private static int Tell(InvitationOutcome outcome) => outcome switch
    {
        InvitationOutcome.Invited { Link: var link, Waits: var waits } => Say(link.ToString(), waits),
        InvitationOutcome.HadAccount { Waits: false } =>
            Say("Deze gebruiker had al een account en heeft nu ook deze rol."),
        InvitationOutcome.HadAccount => Say("Deze gebruiker had al een account.", waits: true),
        InvitationOutcome.Refused { Sentence: var sentence } => Refuse(sentence),
        _ => throw new InvalidOperationException("An invitation is made or refused."),
    };

    private static Command Again()
    {
        var mail = new Argument<string>("mail") { Description = "E-mailadres van het account" };
        return Verb.Command(
            "again", "Geeft een nieuwe link aan wie haar wachtwoord of app kwijt is", [mail],
            async (parsed, services, cancel) =>
                await services.GetRequiredService<InviteUser>().Again(parsed.GetValue(mail)!, cancel) is { } link
                    ? Say(link.ToString())
                    : Refuse($"Er is geen account in gebruik met het adres '{parsed.GetValue(mail)}'."));
    }

    private static Command List()
    {
        var json = Verb.AsJson();
        var at = new Option<string?>("--at") { Description = "Alleen wie een rol heeft bij deze gemeente" };
        return Verb.Command("list", "Toont de accounts en hun rollen", [at, json], async (parsed, services, cancel) =>
        {
            var users = await services.GetRequiredService<ListUsers>().Execute(parsed.GetValue(at), cancel);
            if (parsed.GetValue(json))
                Verb.WriteJson(users);
            else
                foreach (var user in users)
                    Console.Out.WriteLine(
                        $"{user.Mail,-40} {(user.IsInUse ? "" : "(niet in gebruik) ")}"
                        + string.Join(", ", user.Roles.Select(WordsOf)));
            return ExitCode.Done;
        });
    }

    private static string WordsOf(RoleLine role) =>
        $"{RolePermissions.Of(role.Role).Word} {role.At}".Trim() + (role.IsExact ? " (exact)" : "")
        + (role.IsSensitive ? " (gevoelig)" : "");

    private static int Say(string line, bool waits = false)
    {
        Console.Out.WriteLine(line);
        if (!waits)
            return ExitCode.Done;
        Console.Error.WriteLine("De rol geldt zodra een tweede persoon haar goedkeurt, op de pagina Goedkeuringen.");
        return ExitCode.Held;
    }

    private static int Refuse(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return ExitCode.Failure;
    }
}
