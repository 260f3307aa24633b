using System.CommandLine;
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
        var platform = new PlatformOptions(new Option<string>("--data")
        {
            Description = "Map van de demo; nooit een map met echte gegevens", DefaultValueFactory = _ => "demo-data",
        });
        var urls = new Option<string>("--urls")
        {
            Description = "Adres om op te luisteren, alleen op deze machine",
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        var chosen = new Option<string?>("--gemeenten") { Description = "Alleen deze gemeenten, zoals GM0153,GM0164" };
        var live = new Option<bool>("--live") { Description = "Lever elke minuut een nieuwe week aan" };
        var noServe = new Option<bool>("--no-serve") { Description = "Alleen de map vullen, de website niet starten" };
        var command = new Command("demo", "Vult een eigen map met fictieve gegevens van Twente en start de website")
        {
            urls, chosen, live, noServe,
        };
        platform.AddTo(command, administers: true);
        command.SetAction((parsed, cancel) => Verb.Told(() => Run(
            new Wish(platform.Read(parsed), Chosen(parsed.GetValue(chosen)), parsed.GetValue(live)),
            parsed.GetValue(noServe) ? null : parsed.GetValue(urls)!, cancel)));
        return command;
    }

    private static async Task<int> Run(Wish wish, string? urls, CancellationToken cancel)
    {
        var clock = new DeliveryClock(TimeProvider.System);
        var last = Story.LastComplete(clock.GetUtcNow());
        var claim = ClaimDemoFolder.Execute(new DataFolder(wish.Platform.Data), last);
        if (claim is not ClaimDemoFolder.Outcome.Claimed { Mark: var mark })
            return await Refuse((ClaimDemoFolder.Outcome.Refused)claim);
        using var host = Build(wish.Platform, clock);
        var story = mark.Tell();
        if (await Make(wish, host.Services, story, [.. DeliveryPlan.Of(story.Last, last)], cancel) is { } refused)
            return await Refuse(refused);
        Tell(wish, story, urls);
        if (urls is null)
            return ExitCode.Done;
        var live = new DropLiveWeeks(host.Services.GetRequiredService<ITenantScopes>(), story, TimeProvider.System);
        return await Serve(wish, urls, live, cancel);
    }

    private static IHost Build(PlatformSettings settings, DeliveryClock clock)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        builder.AddPlatform(settings);
        return builder.Build();
    }

    private static async Task<ClaimDemoFolder.Outcome.Refused?> Make(
        Wish wish, IServiceProvider services, Story story, IReadOnlyList<WeekRange> plan, CancellationToken cancel)
    {
        ClaimDemoFolder.Outcome.Refused? refused = null;
        await DemoProgress.Run(async progress =>
        {
            var make = new MakeDemo(services, story, services.GetRequiredService<DeliveryClock>(), progress);
            refused = await make.Execute(wish.Chosen, plan, cancel);
            if (refused is null)
                await new MakeRegion(services).Execute(wish.Chosen, cancel);
            if (refused is null)
                await ActivatorUtilities.CreateInstance<DemoAccounts>(services)
                    .Execute([.. wish.Chosen.Select(g => TenantId.Parse(g.Code))], cancel);
        });
        return refused;
    }

    private static async Task<int> Serve(Wish wish, string urls, DropLiveWeeks live, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var dropping = wish.Live ? live.Run(wish.Chosen, stop.Token) : Task.CompletedTask;
        try
        {
            return await ServeVerb.Run(wish.Platform, urls, work: true, cancel);
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
        var folder = Path.GetFullPath(wish.Platform.Data);
        Console.Out.WriteLine($"De demo staat in {folder}. Alle gegevens erin zijn fictief.");
        Console.Out.WriteLine("Te vinden:");
        foreach (var surprise in story.Surprises.Where(s => wish.Chosen.Any(g => g.Code == s.Municipality)))
            Console.Out.WriteLine($"  {surprise.Told}");
        if (urls is null)
            return;
        Console.Out.WriteLine("Adressen; u kiest daar met een klik in welke rol u kijkt:");
        var address = new Uri(urls.Split(';')[0]);
        foreach (var municipality in wish.Chosen)
            Console.Out.WriteLine($"  {address.Scheme}://{municipality.Slug}.localhost:{address.Port}");
        Console.Out.WriteLine($"  {address.Scheme}://regio.localhost:{address.Port} (voor de regiocoördinator)");
        Console.Out.WriteLine($"  {address.Scheme}://aanleveren.localhost:{address.Port} (voor leveranciers)");
    }

    private static IReadOnlyList<Municipality> Chosen(string? codes) => codes is null
        ? Region.Municipalities
        : [.. codes.Split(',', StringSplitOptions.TrimEntries).Distinct().Select(Find)];

    private static Municipality Find(string code) =>
        Region.Municipalities.SingleOrDefault(m => m.Code == code)
        ?? throw new FormatException(
            $"'{code}' is geen gemeente in Twente; kies uit {string.Join(", ", Region.Municipalities)}.");

    private sealed record Wish(PlatformSettings Platform, IReadOnlyList<Municipality> Chosen, bool Live);
}
