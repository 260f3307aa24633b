using System.Xml;

namespace Twente.Igw.Deliveries;

/// <summary>The vocabulary of a workbook (ECMA-376), in its transitional and its strict form.</summary>
internal static class SpreadsheetXml
{
    private static readonly string[] Main =
    [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    ];

    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The node begins or ends this element of a spreadsheet, and not of another vocabulary.</summary>
    public static bool Is(this XmlReader xml, string name) =>
        xml.LocalName == name && Array.IndexOf(Main, xml.NamespaceURI) >= 0;

    public static bool Begins(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.Is(name);

    public static bool Ends(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.EndElement && xml.Is(name);

    public static bool BeginsRelation(this XmlReader xml) =>
        xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship", NamespaceURI: Relations };
}
