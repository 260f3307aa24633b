using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Verbs;

/// <summary>A mapping and a trial of one, for a terminal.</summary>
internal static class MappingText
{
    private const int MostShown = 20;

    public static void Write(MappingView view, SavedMapping version)
    {
        var mapping = version.Mapping;
        Console.Out.WriteLine(
            $"{view.Line.Name}: {view.Line.Supplier}, {view.Line.Contract}, {view.Line.State}; "
            + $"versie {version.Version} van {DutchClock.Of(version.SavedAt):dd-MM-yyyy HH:mm} door {version.SavedBy}");
        Console.Out.WriteLine($"Bestandsnaam: {mapping.FileName}");
        foreach (var (name, rule) in mapping.Columns)
            Console.Out.WriteLine(Line(name, rule));
        if (mapping.AddsUp)
            Console.Out.WriteLine("Gelijke rijen worden opgeteld.");
        if (mapping.Ignored.Count > 0)
            Console.Out.WriteLine($"Genegeerd: {string.Join(", ", mapping.Ignored)}");
        Console.Out.WriteLine($"Versies: {string.Join(", ", view.Versions.Select(v => v.Version))}");
    }

    public static void Write(MappingTrial trial)
    {
        if (trial.Objections.Count > 0)
        {
            MappingsVerbs.Refuse(trial.Objections);
            return;
        }

        Console.Out.WriteLine($"Wordt: {trial.NameInContract ?? "(niet te zeggen)"}");
        foreach (var column in trial.Columns)
            Console.Out.WriteLine(column.Source is null
                ? $"  {column.Name,-16} altijd '{column.Constant}'"
                : $"  {column.Name,-16} kolom {column.Place,3}  {column.Source}");
        Console.Out.WriteLine($"{trial.SourceRows} rijen, vertaald {trial.Rows}, samen {trial.Sum}");
        foreach (var row in trial.Shown)
            Console.Out.WriteLine($"{row.Line,6}  {string.Join(';', row.Fields)}");
        foreach (var total in trial.Totals)
            Console.Out.WriteLine($"{total.Week}  {total.Title,-32} {total.Total,8}");
        foreach (var unmapped in trial.Unmapped.Take(MostShown))
            Console.Error.WriteLine($"{unmapped.Times,6} × {unmapped.What.Column}: '{unmapped.What.Value}'");
        foreach (var finding in trial.Findings.Take(MostShown))
            Console.Error.WriteLine(ReceiptText.Of("bestand", finding));
        if (trial.FindingCount > MostShown)
            Console.Error.WriteLine($"en nog {trial.FindingCount - MostShown} bevindingen.");
    }

    private static string Line(string name, ColumnRule rule) => rule.Constant is { } constant
        ? $"  {name,-16} altijd '{constant}'"
        : $"  {name,-16} {rule.Source} ({MappingWords.Of(rule.Form)}"
            + (rule.List.Count > 0 ? $", lijst van {rule.List.Count})" : ")");
}
