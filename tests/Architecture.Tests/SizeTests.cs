using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Twente.Igw.Architecture.Tests;

public sealed class SizeTests
{
    private const int LongestFile = 300;
    private const int LongestMethod = 40;
    private const int LongestLine = 120;
    private const int MostParameters = 5;
    private const int LongestProgram = 60;

    [Fact]
    public void A_file_has_at_most_300_lines() => Violations.None(
        "Too big means a missing concept: name it.",
        House.Code.Where(f => f.Lines.Length > LongestFile).Select(f => $"{f.Path}: {f.Lines.Length} lines"));

    [Fact]
    public void A_method_has_at_most_40_lines() => Violations.None(
        "Too big means a missing concept: name it.",
        from file in House.Code
        from method in file.Nodes<SyntaxNode>().Where(IsMethod)
        let first = FirstToken(method)
        let length = file.LineOf(method.GetLastToken()) - file.LineOf(first) + 1
        where length > LongestMethod
        select $"{file.At(first)}: {NameOf(method)} has {length} lines");

    [Fact]
    public void A_class_is_made_of_at_most_5_things() => Violations.None(
        "A constructor with more parameters does more than one thing, or wants a record with required members.",
        from file in House.Code
        from type in file.Nodes<ClassDeclarationSyntax>()
        from parameters in type.Members.OfType<ConstructorDeclarationSyntax>().Select(c => c.ParameterList)
            .Append(type.ParameterList)
        where parameters?.Parameters.Count > MostParameters
        select $"{file.At(parameters)}: {type.Identifier.Text} takes {parameters.Parameters.Count}");

    [Fact]
    public void A_line_has_at_most_120_characters() => Violations.None(
        "Break the line, or name a part of it.",
        from file in House.Code
        from line in Enumerable.Range(1, file.Lines.Length).Except(LinesOfMarkup(file))
        where file.Lines[line - 1].Length > LongestLine
        select $"{file.Path}:{line}: {file.Lines[line - 1].Length} characters");

    [Fact]
    public void The_program_is_a_table_of_contents_of_at_most_60_lines() => Violations.None(
        "What is done belongs in a verb, what is registered in a module.",
        House.Product.Where(f => f.Path.EndsWith("/Program.cs", StringComparison.Ordinal))
            .Where(f => f.Lines.Length > LongestProgram).Select(f => $"{f.Path}: {f.Lines.Length} lines"));

    /// <summary>Within a raw string a line break is part of the text; markup cannot be broken anywhere.</summary>
    private static IEnumerable<int> LinesOfMarkup(CodeFile file) =>
        from text in file.Nodes<ExpressionSyntax>()
        where text is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax
        where text.GetFirstToken().Text.Contains("\"\"\"", StringComparison.Ordinal)
        let span = text.GetLocation().GetLineSpan()
        from line in Enumerable.Range(
            span.StartLinePosition.Line + 1, span.EndLinePosition.Line - span.StartLinePosition.Line + 1)
        select line;

    private static bool IsMethod(SyntaxNode node) => node is
        BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
        or PropertyDeclarationSyntax { ExpressionBody: not null };

    /// <summary>A method begins after its attributes and comments.</summary>
    private static SyntaxToken FirstToken(SyntaxNode method)
    {
        var attributes = method.ChildNodes().OfType<AttributeListSyntax>().LastOrDefault();
        return attributes is null ? method.GetFirstToken() : attributes.GetLastToken().GetNextToken();
    }

    private static string NameOf(SyntaxNode method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        _ => method.GetFirstToken().Text,
    };
}
