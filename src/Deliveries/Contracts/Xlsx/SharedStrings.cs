using System.Text;
using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>The texts of a workbook, to which its cells refer by number.</summary>
internal static class SharedStrings
{
    public static IReadOnlyList<string> Read(XlsxArchive archive, string? part)
    {
        if (part is null || !archive.Has(part))
            return [];
        var (all, one) = (new List<string>(), new StringBuilder());
        using var xml = archive.Read(part);
        while (XlsxArchive.Next(xml))
        {
            if (xml is { Depth: 1, NodeType: XmlNodeType.Element, LocalName: "si", IsEmptyElement: true })
                all.Add("");
            else if (xml is { Depth: 1, NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                all.Add(one.ToString());
                one.Clear();
            }
            else if (xml.LocalName == "rPh" && xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false })
                SkipPhonetic(xml);
            else if (IsText(xml.NodeType))
                Append(one, xml);
        }

        return all;
    }

    public static bool IsText(XmlNodeType node) =>
        node is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace;

    /// <summary>How a Japanese text is pronounced is not part of it.</summary>
    public static void SkipPhonetic(XmlReader xml)
    {
        var depth = xml.Depth;
        while (XlsxArchive.Next(xml) && xml.Depth > depth)
        {
            // Until the element's own end.
        }
    }

    private static void Append(StringBuilder one, XmlReader xml)
    {
        // White space between the elements of a text is the writer's layout, not the text's.
        if (xml.Depth >= 3)
            one.Append(xml.Value);
        if (one.Length > SheetText.MaxCell)
            throw new InvalidDataException("A text is longer than a cell can hold.");
    }
}
