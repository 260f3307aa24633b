using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Twente.Igw.Web.Tests.Hosting;

/// <summary>
/// Makes the reference of settings from the types that read them, and holds the committed one against it. With
/// <c>IGW_WRITE=1</c> it is written anew.
/// </summary>
public sealed partial class SettingsReferenceTests
{
    private static readonly string Repository = Find();
    private static readonly string Reference = Path.Combine(Repository, "infra", "settings.md");

    /// <summary>The program and every capability that lies beside it.</summary>
    private static readonly Assembly[] Assemblies =
    [
        .. Directory.GetDirectories(Path.Combine(Repository, "src")).Select(f => Path.GetFileName(f)!)
            .Where(name => File.Exists(Path.Combine(Repository, "src", name, $"{name}.csproj")))
            .Select(name => Assembly.Load(new AssemblyName(name == "Web" ? "igw" : $"Twente.Igw.{name}"))),
    ];

    [Fact]
    public void The_committed_reference_says_what_the_program_reads()
    {
        var made = Make();
        if (Environment.GetEnvironmentVariable("IGW_WRITE") == "1")
            File.WriteAllText(Reference, made);

        Assert.Equal(made, File.ReadAllText(Reference));
    }

    private static string Make()
    {
        var text = new StringBuilder(
            """
            # Settings

            Made from the types that read them by `SettingsReferenceTests`; change those, not this. A setting is given as
            an environment variable (`Igw:Mail:Server` is `Igw__Mail__Server`) or as a file of that name in the folder that
            `Igw:SecretsFolder` names, one per setting, as a cluster mounts them. `IGW_DATA` or `--data` names the data
            folder, `--engine` and `--admin` go before `Igw:Database`.

            """);
        foreach (var (section, types) in Bound().OrderBy(b => b.Section, StringComparer.Ordinal)
            .GroupBy(b => b.Section).Select(g => (g.Key, g.Select(b => b.Type).OrderBy(t => t.Name).ToList())))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section}\n\n");
            text.AppendJoin(' ', types.Select(Summary)).Append("\n\n");
            text.Append("| setting | form | default | meaning |\n|---|---|---|---|\n");
            foreach (var property in types.SelectMany(Settings))
                text.Append("| ").AppendJoin(
                    " | ", $"`{section}:{property.Name}`", Form(property.PropertyType), Default(property),
                    Meaning(property)).Append(" |\n");
        }
        return text.ToString();
    }

    /// <summary>Every type that a module binds, with the section it is bound to.</summary>
    private static IEnumerable<(string Section, Type Type)> Bound() =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        from binding in Binding.Matches(File.ReadAllText(file))
        let name = binding.Groups["type"].Value
        let section = binding.Groups["section"] is { Success: true, Value: var literal }
            ? literal : Named.Match(File.ReadAllText(file)).Groups["section"].Value
        select (section, Assemblies.SelectMany(a => a.GetTypes()).Single(t => t.Name == name));

    private static IEnumerable<PropertyInfo> Settings(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Where(p => p.CanWrite || typeof(IEnumerable).IsAssignableFrom(p.PropertyType)).OrderBy(p => p.MetadataToken);

    private static string Form(Type type)
    {
        var of = Nullable.GetUnderlyingType(type) ?? type;
        return of switch
        {
            { IsEnum: true } => string.Join(", ", Enum.GetNames(of).Select(n => $"`{n}`")),
            _ when of == typeof(bool) => "`true` or `false`",
            _ when of == typeof(int) || of == typeof(double) => "number",
            _ when of == typeof(TimeSpan) => "time, `hh:mm:ss`",
            _ when of == typeof(Uri) => "address",
            _ when of == typeof(string) => "text",
            _ when typeof(IDictionary<string, string>).IsAssignableFrom(of) => "texts by name, `…:name`",
            _ => "list, `…:0`",
        };
    }

    private static string Default(PropertyInfo property) =>
        property.GetValue(Activator.CreateInstance(property.DeclaringType!)) switch
        {
            null => "–",
            string text => $"`{text}`",
            bool yes => yes ? "`true`" : "`false`",
            IEnumerable => "–",
            var value => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
        };

    private static string Meaning(PropertyInfo property)
    {
        var own = Said($"P:{property.DeclaringType!.FullName}.{property.Name}");
        var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        // What says nothing of itself is a setting of its kind.
        return own.Length > 0 ? own : Said($"T:{kind.FullName}");
    }

    private static string Summary(Type type) => Said($"T:{type.FullName}");

    /// <summary>The first sentence-wise text of a member's summary, as one line of Markdown.</summary>
    private static string Said(string member)
    {
        var summary = Assemblies.Select(a => Path.ChangeExtension(a.Location, ".xml")).Where(File.Exists)
            .SelectMany(f => XElement.Load(f).Descendants("member"))
            .FirstOrDefault(m => m.Attribute("name")!.Value == member)
            ?.Element("summary");
        if (summary is null)
            return "";
        foreach (var see in summary.Descendants("see").ToList())
            see.ReplaceWith($"`{see.Attribute("cref")!.Value.Split('.')[^1]}`");
        foreach (var code in summary.Descendants("c").ToList())
            code.ReplaceWith($"`{code.Value}`");
        return Spaces.Replace(summary.Value, " ").Trim().Replace("|", "/", StringComparison.Ordinal);
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    [GeneratedRegex(
        @"AddOptions<(?<type>\w+)>\(\)\s*\.BindConfiguration\((""(?<section>[^""]+)""|\w+)\)",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Binding { get; }

    [GeneratedRegex(@"const string Section = ""(?<section>[^""]+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named { get; }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces { get; }
}
