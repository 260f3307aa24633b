using System.CommandLine;
using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Verbs;

/// <summary><c>igw contracts list | show | template</c>: what suppliers build on; needs no data folder.</summary>
internal static class ContractsVerbs
{
    public static Command Command() =>
        new("contracts", "De soorten leveringen en hun regels, voor leveranciers") { List(), Show(), Template() };

    internal static int Unknown(string name)
    {
        var known = string.Join(", ", TableSchema.All.Select(s => s.Name));
        Console.Error.WriteLine($"Er is geen contract '{name}'. Kies uit: {known}.");
        return ExitCode.Failure;
    }

    private static Command List()
    {
        var command = new Command("list", "Toont de soorten leveringen");
        command.SetAction(_ =>
        {
            foreach (var schema in TableSchema.All)
                Console.Out.WriteLine($"{schema.Name,-24} versie {schema.Version}  {schema.Title}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show()
    {
        var (name, json) = (Name(), Verb.AsJson());
        var command = new Command("show", "Toont een contract: de kolommen en hun regels") { name, json };
        command.SetAction(parsed =>
        {
            if (Find(parsed.GetValue(name)!) is not { } schema)
                return Unknown(parsed.GetValue(name)!);
            if (parsed.GetValue(json))
            {
                using var source = new StreamReader(TableSchema.Open(schema.Name));
                Console.Out.WriteLine(source.ReadToEnd().TrimEnd());
            }
            else
                Tell(schema);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Template()
    {
        var (name, file) = (Name(), new Argument<string>("bestand") { Description = "Waar het sjabloon komt" });
        var workbook = new Option<bool>("--xlsx") { Description = "Als Excel-werkmap in plaats van CSV" };
        var command = new Command("template", "Maakt een leeg bestand met de kop van een contract")
        {
            name, file, workbook,
        };
        command.SetAction((parsed, cancel) => Verb.Told(async () =>
        {
            if (Find(parsed.GetValue(name)!) is not { } schema)
                return Unknown(parsed.GetValue(name)!);
            var template = parsed.GetValue(workbook) ? MakeTemplate.Workbook(schema) : MakeTemplate.Csv(schema);
            await File.WriteAllBytesAsync(parsed.GetValue(file)!, template, cancel);
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Tell(TableSchema schema)
    {
        Console.Out.WriteLine($"{schema.Name}, versie {schema.Version}: {schema.Title}");
        Console.Out.WriteLine(schema.Description);
        Console.Out.WriteLine($"Kop: {schema.Header}");
        foreach (var field in schema.Fields)
            Console.Out.WriteLine($"  {field.Name,-26} {field.Description} Voorbeeld: '{field.Example}'.");
    }

    private static TableSchema? Find(string name) => TableSchema.All.FirstOrDefault(s => s.Name == name);

    private static Argument<string> Name() => new("contract") { Description = "Naam van het contract" };
}
