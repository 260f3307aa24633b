using Twente.Igw.Deliveries;

namespace Twente.Igw.Web.Pages;

/// <summary>A mapping as the fields of a form, each way.</summary>
internal static class MappingForm
{
    /// <summary>Stands in a choice of columns for "always the same value".</summary>
    public const string Constant = "";

    public static MappingDraft Read(IFormCollection form)
    {
        var contract = MappingContracts.Find(form["contract"]);
        var mapping = new Mapping
        {
            Supplier = form["leverancier"].ToString(), Contract = contract.Name,
            FileName = form["bestandsnaam"].ToString().Trim(), Sheet = form["blad"].ToString().Trim(),
            Delimiter = form["scheidingsteken"].ToString() is "tab" ? "\t" : form["scheidingsteken"].ToString(),
            Encoding = form["tekenset"].ToString() is "windows-1252"
                ? SourceEncoding.Windows1252 : SourceEncoding.Utf8,
            HeaderLine = int.TryParse(form["kopregel"], NumberStyles.None, CultureInfo.InvariantCulture, out var line)
                ? line : 0,
            AddsUp = form["optellen"].Count > 0, Ignored = [.. Lines(form["negeren"].ToString()).Select(l => l.Trim())],
            Columns = contract.Fields.ToDictionary(f => f.Name, f => Rule(form, f.Name)),
        };
        var draft = MappingDraft.Of(form["naam"].ToString().Trim(), mapping);
        return form["titel"].Count == 0 ? draft : draft with { Titles = [.. form["titel"].OfType<string>()] };
    }

    /// <summary>A list as it is typed: <c>bron = doel</c> on each line.</summary>
    public static string Text(IReadOnlyDictionary<string, string> list) =>
        string.Join('\n', list.Select(l => $"{l.Key} = {l.Value}"));

    private static ColumnRule Rule(IFormCollection form, string field)
    {
        var source = form[$"bron.{field}"].ToString();
        if (source == Constant)
            return new ColumnRule { Constant = form[$"vast.{field}"].ToString().Trim() };
        var read = Enum.TryParse<ValueForm>(form[$"soort.{field}"], out var known) && Enum.IsDefined(known)
            ? known : ValueForm.AsIs;
        return new ColumnRule
        {
            Source = source, Form = read, List = List(form[$"lijst.{field}"].ToString()),
            YearSource = read == ValueForm.WeekNumber && form[$"jaar.{field}"].ToString() is { Length: > 0 } year
                ? year : null,
        };
    }

    private static Dictionary<string, string> List(string text)
    {
        var list = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines(text))
        {
            // A code holds no equals sign, a supplier's word may.
            var at = line.LastIndexOf('=');
            var (from, to) = at < 0 ? (line.Trim(), Mapping.Open) : (line[..at].Trim(), line[(at + 1)..].Trim());
            // The same word with two targets stays there twice, so that the objection names it.
            while (list.TryGetValue(from, out var other) && other != to)
                from += " ";
            list[from] = to;
        }

        return list;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Trim().Length > 0);
}

/// <summary>The contracts a supplier's own file can become.</summary>
internal static class MappingContracts
{
    public static IReadOnlyList<TableSchema> All { get; } =
        [.. TableSchema.All.Where(s => s.Name != ContractName.PolitieWeekDistrict)];

    /// <summary>The contract of this name; what is not offered becomes the first one.</summary>
    public static TableSchema Find(string? name) => All.FirstOrDefault(s => s.Name == name) ?? All[0];
}
