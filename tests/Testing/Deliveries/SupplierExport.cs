using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>An export as a supplier might make it, a row for each incident; fictitious figures.</summary>
public static class SupplierExport
{
    public const string Titles = "Zaaknr;Pleegdatum;Tijd;Buurt;Incident";

    public const string Name = "Export Enschede week 10.csv";

    /// <summary>The mapping for it, in the names of the invented division of the tests.</summary>
    public static Mapping Mapping { get; } = new()
    {
        Supplier = "politie", Contract = ContractName.PolitieWeek, FileName = "Export Enschede week *.csv",
        AddsUp = true, Ignored = ["Zaaknr"],
        Columns = new Dictionary<string, ColumnRule>
        {
            ["week"] = new() { Source = "Pleegdatum", Form = ValueForm.WeekOfDate },
            ["indelingsjaar"] = new() { Constant = "2021" },
            ["buurtcode"] = new()
            {
                Source = "Buurt", Form = ValueForm.NeighbourhoodName,
                List = new Dictionary<string, string> { ["Centrum"] = "BU01530000", ["onbekend"] = "GM0153" },
            },
            ["code"] = new()
            {
                Source = "Incident", Form = ValueForm.Listed,
                List = new Dictionary<string, string> { ["Woninginbraak"] = "1.1.1" },
            },
            ["weekdag"] = new() { Source = "Pleegdatum", Form = ValueForm.WeekdayOfDate },
            ["dagdeel"] = new() { Source = "Tijd", Form = ValueForm.DaypartOfTime },
            ["aantal"] = new() { Constant = "1" },
        },
    };

    /// <summary>That many burglaries on a day of 2025-W10, at night in one neighbourhood.</summary>
    public static string Text(int burglaries, string date = "04-03-2025") => string.Concat(
        Enumerable.Range(1, burglaries).Select(number => $"Z{number};{date};01:30;Centrum;Woninginbraak\n")
            .Prepend(Titles + "\n"));

    /// <summary>The mapping with one more word, or another code for a word.</summary>
    public static Mapping WithCode(string word, string code)
    {
        var columns = Mapping.Columns.ToDictionary();
        columns["code"] = columns["code"] with
        {
            List = new Dictionary<string, string>(columns["code"].List) { [word] = code },
        };
        return Mapping with { Columns = columns };
    }

    public static async Task<SaveMapping.Outcome> Save(
        this TestPlatform platform, string name, Mapping mapping, CancellationToken cancel, string tenant = "GM0153")
    {
        await using var scope = await platform.Open(TenantId.Parse(tenant), cancel);
        return await scope.Get<SaveMapping>().Execute(MappingName.Parse(name), mapping, Actor.CommandLine, cancel);
    }

    /// <summary>Saves a mapping and puts it in force.</summary>
    public static async Task Activate(
        this TestPlatform platform, string name, Mapping mapping, CancellationToken cancel, string tenant = "GM0153")
    {
        await platform.Save(name, mapping, cancel, tenant);
        await using var scope = await platform.Open(TenantId.Parse(tenant), cancel);
        await scope.Get<ActivateMapping>().Execute(MappingName.Parse(name), null, Actor.CommandLine, cancel);
    }

    /// <summary>Submits a file of any name as the police.</summary>
    public static async Task<Submitted> SubmitText(
        this TestPlatform platform, string name, string text, CancellationToken cancel, string tenant = "GM0153",
        string? manifest = null, string supplier = "politie")
    {
        var folder = Directory.CreateTempSubdirectory("igw-file-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text, cancel);
            if (manifest is not null)
                await File.WriteAllTextAsync(path + ".manifest.json", manifest, cancel);
            await using var scope = await platform.Open(TenantId.Parse(tenant), cancel);
            return await scope.Get<SubmitDelivery>().Execute(
                SupplierCode.Parse(supplier), path, Actor.CommandLine, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
