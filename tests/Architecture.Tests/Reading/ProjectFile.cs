using System.Xml.Linq;

namespace Twente.Igw.Architecture.Tests;

/// <summary>A project as its csproj states it.</summary>
internal sealed record ProjectFile(string Path, XElement Xml)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..Path.LastIndexOf('/')];

    public bool IsProduct => Path.StartsWith("src/", StringComparison.Ordinal);

    /// <summary>Names of the projects it references.</summary>
    public IEnumerable<string> References =>
        Includes("ProjectReference").Select(i => System.IO.Path.GetFileNameWithoutExtension(i.Replace('\\', '/')));

    public IEnumerable<string> Packages => Includes("PackageReference");

    public static ProjectFile Read(string path) => new(path, XElement.Parse(House.Read(path)));

    private IEnumerable<string> Includes(string item) =>
        Xml.Descendants(item).Select(e => e.Attribute("Include")?.Value ?? "").Where(i => i.Length > 0);
}
