using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Twente.Igw.Architecture.Tests;

public sealed class TypeTests
{
    /// <summary>What another tenancy library would fill (decision 0002).</summary>
    private static readonly string[] Seams = ["ICurrentTenant", "ITenantCatalogue", "ITenantScopes"];

    [Fact]
    public void An_interface_has_a_second_implementation_today() => Violations.None(
        $"Use the class itself; only {string.Join(", ", Seams)} may have one implementation.",
        from declared in Interfaces()
        let name = declared.Type.Identifier.Text
        let count = Implementations(name)
        where count < 2 && !Seams.Contains(name)
        select $"{declared.File.At(declared.Type.Identifier)}: {name} has {count}");

    [Fact]
    public void The_three_seams_of_tenancy_exist() => Violations.None(
        "A seam that is gone leaves the list of exceptions too.",
        Seams.Except(Interfaces().Select(i => i.Type.Identifier.Text), StringComparer.Ordinal));

    [Fact]
    public void A_public_type_says_in_one_sentence_what_it_is() => Violations.None(
        "Write a <summary> in the user's words, or make the type internal.",
        House.Product.SelectMany(file => file.Types.Select(type => (file, type)))
            .Where(t => IsVisible(t.type))
            .GroupBy(t => FullName(t.type), StringComparer.Ordinal)
            .Where(parts => !parts.Any(p => HasSummary(p.type)))
            .Select(parts => parts.First())
            .Select(t => $"{t.file.At(t.type.Identifier)}: {t.type.Identifier.Text}"));

    private static IEnumerable<(CodeFile File, InterfaceDeclarationSyntax Type)> Interfaces() =>
        House.Product.SelectMany(file => file.Nodes<InterfaceDeclarationSyntax>().Select(type => (file, type)));

    private static int Implementations(string name) =>
        House.Product.SelectMany(f => f.Types).Where(t => t is not InterfaceDeclarationSyntax)
            .Count(t => t.BaseList?.Types.Any(b => SimpleName(b.Type) == name) == true);

    private static string SimpleName(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.Text,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.Text,
        _ => type.ToString(),
    };

    /// <summary>Public, and within public types only.</summary>
    private static bool IsVisible(BaseTypeDeclarationSyntax type) =>
        type.AncestorsAndSelf().OfType<BaseTypeDeclarationSyntax>().All(t => t.Modifiers.Any(SyntaxKind.PublicKeyword));

    private static string FullName(BaseTypeDeclarationSyntax declared) =>
        string.Join('.', declared.AncestorsAndSelf().Reverse().Select(node => node switch
        {
            BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
            TypeDeclarationSyntax type => $"{type.Identifier.Text}`{type.Arity}",
            BaseTypeDeclarationSyntax other => other.Identifier.Text,
            _ => "",
        }).Where(name => name.Length > 0));

    private static bool HasSummary(BaseTypeDeclarationSyntax type) => type.GetLeadingTrivia()
        .Select(t => t.GetStructure()).OfType<DocumentationCommentTriviaSyntax>()
        .SelectMany(comment => comment.Content)
        .Any(part => part is XmlElementSyntax { StartTag.Name.LocalName.Text: "summary", Content.Count: > 0 }
            or XmlEmptyElementSyntax { Name.LocalName.Text: "inheritdoc" });
}
