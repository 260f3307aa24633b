using System.CommandLine;
using NodaTime;
using NodaTime.Extensions;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Demo;
using Twente.Igw.Web.Hosting;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw demo</c>: fills a folder of its own with invented figures and serves it.</summary>
internal static class DemoVerb
{
    public static Command Command()
    {
        // Never the folder of IGW_DATA: that one is for real figures.
        var data = new Option<string>("--data")
        {
            Description = "Map van de demo; nooit een map met echte gegevens", DefaultValueFactory = _ => "demo-data",
        };
        var urls = new Option<string>("--urls")
        {
            Description = "Adres om op te luisteren, alleen op deze machine",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var chosen = new Option<string?>("--gemeenten") { Description = "Alleen deze gemeenten, zoals GM0153,GM0164" };
        var live = new Option<bool>("--live") { Description = "Lever elke minuut een nieuwe week aan" };
        var noServe = new Option<bool>("--no-serve") { Description = "Alleen de map vullen, de website niet starten" };
        var command = new Command("demo", "Vult een eigen map met fictieve gegevens van heel Twente en start de website")
        {
            data, urls, chosen, live, noServe,
        };
        command.SetAction((parsed, cancel) => Verb.Told(() => Run(
            new Wish(parsed.GetValue(data)!, Gemeenten(parsed.GetValue(chosen)), parsed.GetValue(live)),
            parsed.GetValue(noServe) ? null : parsed.GetValue(urls)!, cancel)));
        return command;
    }

    private static async Task<int> Run(Wish wish, string? urls, CancellationToken cancel)
    {
        var clock = new DeliveryClock(TimeProvider.System);
        var last = Story.LastComplete(
            clock.GetUtcNow().ToZonedDateTime().WithZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date);
        var folder = new DataFolder(wish.Data);
        var claim = ClaimDemoFolder.Execute(folder, last);
        if (claim is not ClaimDemoFolder.Outcome.Claimed { Mark: var mark })
            return await Refuse((ClaimDemoFolder.Outcome.Refused)claim);

        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddPlatform(wish.Data);
        using var host = builder.Build();
        var made = IsoWeek.Parse(mark.LastWeek);
        var plan = DeliveryPlan.Of(made, last > made ? last : made).ToList();
        var story = new Story(mark.Seed, made);
        ClaimDemoFolder.Outcome.Refused? refused = null;
        await DemoProgress.Run(async progress =>
            refused = await new MakeDemo(host.Services, story, clock, progress).Execute(wish.Chosen, plan, cancel));
        if (refused is not null)
            return await Refuse(refused);
        Tell(wish, story, urls);
        if (urls is null)
            return ExitCode.Done;
        var live = new DropLiveWeeks(host.Services.GetRequiredService<ITenantScopes>(), story, TimeProvider.System);
        return await Serve(wish, urls, live, cancel);
    }

    private static async Task<int> Serve(Wish wish, string urls, DropLiveWeeks live, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var dropping = wish.Live ? live.Run(wish.Chosen, stop.Token) : Task.CompletedTask;
        try
        {
            return await ServeVerb.Run(wish.Data, urls, work: true, cancel);
        }
        finally
        {
            await stop.CancelAsync();
            await dropping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<int> Refuse(ClaimDemoFolder.Outcome.Refused refused)
    {
        await Console.Error.WriteLineAsync(refused.Sentence);
        return ExitCode.Refused;
    }

    private static void Tell(Wish wish, Story story, string? urls)
    {
        Console.Out.WriteLine($"De demo staat in {Path.GetFullPath(wish.Data)}. Alle gegevens erin zijn fictief.");
        Console.Out.WriteLine("Te vinden:");
        foreach (var surprise in story.Surprises.Where(s => wish.Chosen.Any(g => g.Code == s.Gemeente)))
            Console.Out.WriteLine($"  {surprise.Told}");
        if (urls is null)
            return;
        Console.Out.WriteLine("Adressen:");
        var address = new Uri(urls.Split(';')[0]);
        foreach (var gemeente in wish.Chosen)
            Console.Out.WriteLine($"  {address.Scheme}://{gemeente.Slug}.localhost:{address.Port}");
    }

    private static IReadOnlyList<Gemeente> Gemeenten(string? codes) => codes is null
        ? Demo.Twente.Gemeenten
        : [.. codes.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(code =>
            Demo.Twente.Gemeenten.SingleOrDefault(g => g.Code == code)
            ?? throw new FormatException($"'{code}' is geen gemeente in Twente: kies uit "
                + $"{string.Join(", ", Demo.Twente.Gemeenten.Select(g => $"{g.Code} ({g.Name})"))}."))];

    private sealed record Wish(string Data, IReadOnlyList<Gemeente> Chosen, bool Live);
}
