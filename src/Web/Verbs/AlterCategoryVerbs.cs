using System.CommandLine;
using System.Text.Json;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>The verbs that change a gemeente's categories.</summary>
internal static class AlterCategoryVerbs
{
    /// <summary>Adding and changing take the same fields, as options or as a file.</summary>
    public static Command State(
        string name, string description,
        Func<TenantScope, CategoryRequest, CancellationToken, Task<CategoryOutcome>> execute)
    {
        var (id, from, reason) = (Verb.Gemeente(), SettingOptions.From(), SettingOptions.Reason());
        var (code, title) = (Text("--code", "De code, zoals E47"), Text("--title", "De titel"));
        var group = Text("--group", "De groep, zoals overlast of vermogen");
        var origin = Text("--origin", "breng (mensen melden het) of haal (gevonden bij controle)");
        var denominator = Text("--denominator", "inwoners, woningen of geen");
        var file = Text(
            "--file", "In plaats daarvan een JSON-lijst met code, titel, groep, aard en noemer van elke categorie");
        return Verb.Command(name, description, [id, code, title, group, origin, denominator, file, from, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                IReadOnlyList<CategoryInFile> wished = parsed.GetValue(file) is { } path
                    ? JsonSerializer.Deserialize<CategoryInFile[]>(await File.ReadAllTextAsync(path, cancel), Verb.Json)
                        ?? []
                    : [new(parsed.GetValue(code) ?? "", parsed.GetValue(title), parsed.GetValue(group),
                        parsed.GetValue(origin), parsed.GetValue(denominator))];
                var day = SettingOptions.Day(parsed.GetValue(from), services);
                var codes = new List<int>();
                foreach (var one in wished)
                    codes.Add(Tell(await execute(scope, one.On(day, parsed.GetValue(reason)!), cancel)));
                return ExitCode.Worst(codes);
            });
    }

    public static Command End()
    {
        var from = SettingOptions.From();
        return OfCode("end", "Beëindigt een categorie per een dag; wat is geteld, blijft", [from],
            (scope, given, parsed, services, cancel) => scope.Get<EndCategory>().Execute(
                given.Code, SettingOptions.Day(parsed.GetValue(from), services), given.Reason, Actor.CommandLine,
                cancel));
    }

    public static Command Remove() => OfCode(
        "remove", "Verwijdert een eigen code waaronder nooit iets is geteld", [],
        (scope, given, _, _, cancel) =>
            scope.Get<RemoveCategory>().Execute(given.Code, given.Reason, Actor.CommandLine, cancel));

    public static Command Sensitivity()
    {
        var level = Text("--level", "Hooguit per gemeente, wijk of buurt");
        var period = Text("--period", "Hooguit per jaar, kwartaal, maand of week");
        return OfCode(
            "sensitivity",
            "Zegt hoe grof een categorie wordt getoond; zonder niveau en periode is zij niet gevoelig. Minder "
            + "afschermen vraagt een tweede goedkeuring", [level, period],
            (scope, given, parsed, _, cancel) => scope.Get<SetSensitivity>().Execute(
                given.Code, Read(parsed.GetValue(level), parsed.GetValue(period)), given.Reason,
                Person.AtCommandLine, cancel));
    }

    public static Command Group()
    {
        var (from, title) = (SettingOptions.From(), Text("--title", "De titel van de groep"));
        return OfCode("group", "Maakt een groep onder overlast, of geeft een groep een andere naam", [title, from],
            (scope, given, parsed, services, cancel) => scope.Get<NameGroup>().Execute(
                given.Code, parsed.GetValue(title) ?? "", SettingOptions.Day(parsed.GetValue(from), services),
                given.Reason, Actor.CommandLine, cancel));
    }

    public static Command Break()
    {
        var from = SettingOptions.From();
        var until = new Option<DateOnly?>("--until") { Description = "Laatste dag, als het voorbij is" };
        var text = Text("--text", "Wat er veranderde; staat bij de cijfers");
        return OfCode("break", "Legt een trendbreuk vast in een categorie, groep of boom", [text, from, until],
            (scope, given, parsed, services, cancel) => scope.Get<AddBreak>().Execute(
                new BreakRequest
                {
                    Code = given.Code, From = SettingOptions.Day(parsed.GetValue(from), services),
                    Until = parsed.GetValue(until), Text = parsed.GetValue(text) ?? "", Reason = given.Reason,
                },
                Actor.CommandLine, cancel));
    }

    public static Command Undo()
    {
        var (id, reason) = (Verb.Gemeente(), SettingOptions.Reason());
        return Verb.Command("undo", "Maakt de laatste wijziging van categorieën ongedaan", [id, reason],
            async (parsed, services, cancel) =>
            {
                await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
                return Tell(await scope.Get<UndoCategoryChange>().Execute(
                    null, parsed.GetValue(reason)!, Person.AtCommandLine, cancel));
            });
    }

    private static Command OfCode(
        string name, string description, IEnumerable<Option> more,
        Func<TenantScope, Given, ParseResult, IServiceProvider, CancellationToken, Task<CategoryOutcome>> execute)
    {
        var (id, reason) = (Verb.Gemeente(), SettingOptions.Reason());
        var code = new Argument<string>("categorie") { Description = "De code, zoals E47 of 1.1.1" };
        return Verb.Command(name, description, [id, code, .. more, reason], async (parsed, services, cancel) =>
        {
            await using var scope = await DeliveriesVerbs.Open(services, parsed.GetValue(id)!, cancel);
            var given = new Given(CategoryCode.Parse(parsed.GetValue(code)!), parsed.GetValue(reason)!);
            return Tell(await execute(scope, given, parsed, services, cancel));
        });
    }

    private static int Tell(CategoryOutcome outcome)
    {
        switch (outcome)
        {
            case CategoryOutcome.Altered done:
                Console.Out.WriteLine($"Vastgelegd als wijziging {done.Number}.");
                return ExitCode.Done;
            case CategoryOutcome.Unchanged:
                Console.Out.WriteLine("Ongewijzigd: dit stond er al zo.");
                return ExitCode.Done;
            case CategoryOutcome.Asked:
                Console.Out.WriteLine("Aangevraagd; geldt zodra een tweede persoon het goedkeurt.");
                return ExitCode.Held;
            case CategoryOutcome.Refused refused:
                Console.Error.WriteLine(refused.Sentence);
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A category is altered, unchanged, refused or waits.");
        }
    }

    private static Sensitivity? Read(string? level, string? period)
    {
        if (level is null && period is null)
            return null;
        var levels = Enum.GetValues<Areas.AreaLevel>().Where(l => Words.Of(l) == level).ToList();
        var periods = Enum.GetValues<PeriodKind>().Where(p => Words.Of(p) == period).ToList();
        return levels is [var finest] && periods is [var shortest]
            ? new Sensitivity(finest, shortest)
            : throw new FormatException(
                $"'{level} × {period}' is geen gevoeligheid: geef een niveau (gemeente, wijk of buurt) en een periode "
                + "(jaar, kwartaal, maand of week).");
    }

    private static Option<string?> Text(string name, string description) => new(name) { Description = description };

    private sealed record Given(CategoryCode Code, string Reason);
}

/// <summary>A category in a file; what is absent stays as it is.</summary>
internal sealed record CategoryInFile(string Code, string? Titel, string? Groep, string? Aard, string? Noemer)
{
    public CategoryRequest On(DateOnly from, string reason) => new()
    {
        Code = CategoryCode.Parse(Code), Title = Titel, Group = Groep is null ? null : CategoryCode.Parse(Groep),
        Origin = Aard switch
        {
            null => null,
            "breng" => CategoryOrigin.Reported,
            "haal" => CategoryOrigin.Found,
            _ => throw new FormatException($"'{Aard}' is geen aard: breng of haal."),
        },
        Denominator = Noemer switch
        {
            null => null,
            "inwoners" => Denominator.Inhabitants,
            "woningen" => Denominator.Homes,
            "geen" => Denominator.None,
            _ => throw new FormatException($"'{Noemer}' is geen noemer: inwoners, woningen of geen."),
        },
        From = from, Reason = reason,
    };
}
