namespace Twente.Igw.Architecture.Tests;

public sealed class NameTests
{
    private static readonly string[] KindsOfClass =
        ["Core", "Common", "Shared", "Utils", "Helpers", "Services", "Models", "Interfaces"];

    private static readonly string[] EmptyEndings =
        ["Manager", "Helper", "Base", "Info", "Data", "Processor", "Impl"];

    [Fact]
    public void A_folder_is_a_capability_or_a_concept_never_a_kind_of_class() => Violations.None(
        $"Name the concept instead of {string.Join(", ", KindsOfClass)}.",
        House.Files.SelectMany(Folders)
            .Where(folder => KindsOfClass.Contains(Last(folder), StringComparer.OrdinalIgnoreCase)));

    [Fact]
    public void A_type_is_named_after_what_it_is_in_the_field() => Violations.None(
        $"A name that ends in {string.Join(", ", EmptyEndings)} says nothing.",
        from file in House.Code
        from type in file.Types
        let name = type.Identifier.Text
        where EmptyEndings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal))
        select $"{file.At(type.Identifier)}: {name}");

    private static IEnumerable<string> Folders(string path)
    {
        for (var slash = path.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
    }

    private static string Last(string folder) => folder[(folder.LastIndexOf('/') + 1)..];
}
