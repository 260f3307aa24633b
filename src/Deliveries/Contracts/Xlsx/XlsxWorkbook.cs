using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>A sheet of a workbook: its name and the part it lies in.</summary>
internal sealed record XlsxSheet(string Name, string Part);

/// <summary>What a workbook consists of: its visible sheets in order, and where texts and formats are kept.</summary>
internal sealed record XlsxWorkbook(IReadOnlyList<XlsxSheet> Sheets, string? SharedStrings, string? Styles)
{
    public const int MaxSheets = 50;

    /// <exception cref="InvalidDataException">The archive is no workbook.</exception>
    public static XlsxWorkbook Read(XlsxArchive archive)
    {
        var main = Relations(archive, "").FirstOrDefault(r => r.Kind == "officeDocument")
            ?? throw new InvalidDataException("There is no workbook.");
        var relations = Relations(archive, main.Part);
        var byId = relations.ToDictionary(r => r.Id, r => r.Part, StringComparer.Ordinal);
        var sheets = new List<XlsxSheet>();
        using var xml = archive.Read(main.Part);
        while (XlsxArchive.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "sheet", Depth: 2 } || IsHidden(xml))
                continue;
            if (byId.GetValueOrDefault(RelationId(xml)) is not { } part || sheets.Count == MaxSheets)
                throw new InvalidDataException("A sheet has no part, or there are too many.");
            sheets.Add(new XlsxSheet(xml.GetAttribute("name") ?? "", part));
        }

        return new XlsxWorkbook(
            sheets, relations.FirstOrDefault(r => r.Kind == "sharedStrings")?.Part,
            relations.FirstOrDefault(r => r.Kind == "styles")?.Part);
    }

    private static bool IsHidden(XmlReader sheet) => sheet.GetAttribute("state") is not (null or "visible");

    /// <summary>The attribute <c>r:id</c>, whatever prefix stands before it.</summary>
    private static string RelationId(XmlReader sheet)
    {
        var id = "";
        while (sheet.MoveToNextAttribute())
        {
            if (sheet is { LocalName: "id", Prefix.Length: > 0 })
                id = sheet.Value;
        }

        sheet.MoveToElement();
        return id;
    }

    private static List<Relation> Relations(XlsxArchive archive, string of)
    {
        var folder = of[..(of.LastIndexOf('/') + 1)];
        var relations = new List<Relation>();
        using var xml = archive.Read($"{folder}_rels/{of[folder.Length..]}.rels");
        while (XlsxArchive.Next(xml))
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
                continue;
            var (id, kind, target) = (xml.GetAttribute("Id"), xml.GetAttribute("Type"), xml.GetAttribute("Target"));
            if (id is null || kind is null || target is null || relations.Exists(r => r.Id == id))
                throw new InvalidDataException("A relation is incomplete or there twice.");
            if (xml.GetAttribute("TargetMode") != "External")
                relations.Add(new Relation(id, kind[(kind.LastIndexOf('/') + 1)..], Resolve(folder, target)));
        }

        return relations;
    }

    private static string Resolve(string folder, string target) =>
        target.StartsWith('/') ? target[1..] : folder + target;

    private sealed record Relation(string Id, string Kind, string Part);
}
