using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Twente.Igw.Architecture.Tests;

/// <summary>One C# file, as text and as syntax.</summary>
internal sealed class CodeFile(string path, string text)
{
    private static readonly CSharpParseOptions Options =
        new(LanguageVersion.Preview, DocumentationMode.Parse);

    private readonly Lazy<SyntaxNode> _root =
        new(() => CSharpSyntaxTree.ParseText(text, Options, path, cancellationToken: default).GetRoot(default));

    public string Path => path;

    public string[] Lines { get; } = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public SyntaxNode Root => _root.Value;

    /// <summary>Declared types; an extension block is syntax, not a type of ours.</summary>
    public IEnumerable<BaseTypeDeclarationSyntax> Types =>
        Nodes<BaseTypeDeclarationSyntax>().Where(t => t is not ExtensionBlockDeclarationSyntax);

    /// <summary>Words of the code itself, without comments.</summary>
    public IEnumerable<SyntaxToken> Tokens => Root.DescendantTokens();

    /// <summary>String literals and the fixed parts of interpolated ones.</summary>
    public IEnumerable<SyntaxToken> Strings => Tokens.Where(t => t.Kind() is
        SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
        or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken
        or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
        or SyntaxKind.InterpolatedStringTextToken);

    public IEnumerable<SyntaxTrivia> Comments => Root.DescendantTrivia().Where(t => t.Kind() is
        SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia);

    public bool IsUnder(string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    public IEnumerable<T> Nodes<T>() where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    public IEnumerable<T> Directives<T>() where T : DirectiveTriviaSyntax =>
        Root.DescendantNodes(descendIntoTrivia: true).OfType<T>();

    public int LineOf(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    public string At(SyntaxToken token) => $"{path}:{LineOf(token)}";

    public string At(SyntaxNode node) => At(node.GetFirstToken());

    public string At(SyntaxTrivia trivia) => $"{path}:{trivia.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    /// <summary>Whether a comment stands on this line or ends on the one before.</summary>
    public bool SaysWhy(int line) => Lines[line - 1].Contains("//", StringComparison.Ordinal)
        || (line > 1 && Lines[line - 2].TrimStart().StartsWith("//", StringComparison.Ordinal));
}
