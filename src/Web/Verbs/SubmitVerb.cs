using System.CommandLine;
using Spectre.Console;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw deliveries submit</c>: delivers files in the order given and waits for each outcome.</summary>
internal static class SubmitVerb
{
    public static Command Command()
    {
        var (id, json) = (Verb.Gemeente(), Verb.AsJson());
        var files = new Argument<string[]>(
            "bestand")
        { Description = "Een of meer bestanden", Arity = ArgumentArity.OneOrMore };
        var supplier = new Option<string>("--supplier")
        {
            Description = "Namens welke leverancier",
            DefaultValueFactory = _ => SupplierCode.Police.Code,
        };
        return Verb.Command(
            "submit", "Levert bestanden aan alsof ze in de leveringsmap zijn gezet, en wacht op de uitkomst",
            [id, files, supplier, json],
            async (parsed, services, cancel) =>
            {
                var tenant = TenantId.Parse(parsed.GetValue(id)!);
                var from = SupplierCode.Parse(parsed.GetValue(supplier)!);
                var codes = new List<int>();
                await WithProgress(parsed.GetValue(files)!, async file =>
                    codes.Add(await One(services, tenant, from, file, parsed.GetValue(json), cancel)));
                return ExitCode.Worst(codes);
            });
    }

    private static async Task<int> One(
        IServiceProvider services, TenantId tenant, SupplierCode supplier, string file, bool json,
        CancellationToken cancel)
    {
        if (!File.Exists(file))
        {
            await Console.Error.WriteLineAsync($"Het bestand {file} bestaat niet.");
            return ExitCode.Failure;
        }
        await using var scope = await services.GetRequiredService<ITenantScopes>().Open(tenant, cancel);
        var submitted = await scope.Get<SubmitDelivery>().Execute(supplier, file, Actor.CommandLine, cancel);
        var line = submitted.Delivery.Line;
        if (json)
            Verb.WriteJson(DeliveryJson.Of(line) with { Repeat = submitted.IsRepeat });
        else
            await Console.Out.WriteLineAsync(
                $"{line.Number,5}  {DeliveryWords.Of(line.State),-13} {line.Sum,8}  {line.File}"
                + (submitted.IsRepeat ? "  (al eerder geleverd, geen gevolg)" : ""));
        foreach (var finding in submitted.Delivery.Findings)
            await Console.Error.WriteLineAsync(ReceiptText.Of(line.File, finding));
        if (line.Findings > submitted.Delivery.Findings.Count)
            await Console.Error.WriteLineAsync(
                $"{line.File}: en nog {line.Findings - submitted.Delivery.Findings.Count} bevindingen.");
        return DeliveryJson.ExitCodeOf(line.State);
    }

    /// <summary>A bar on a terminal; nothing where a script reads along.</summary>
    private static async Task WithProgress(string[] files, Func<string, Task> submit)
    {
        if (Console.IsErrorRedirected || Console.IsOutputRedirected || files.Length < 2)
        {
            foreach (var file in files)
                await submit(file);
            return;
        }
        var terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await terminal.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("Leveringen", maxValue: files.Length);
            foreach (var file in files)
            {
                bar.Description = Markup.Escape(Path.GetFileName(file));
                await submit(file);
                bar.Increment(1);
            }
        });
    }
}
