using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Twente.Igw.Architecture.Tests;

public sealed class SuppressionTests
{
    private static readonly Regex Note = Pattern.Of(@"\b(TODO|FIXME|HACK|XXX)\b");
    private static readonly Regex NoWarn = Pattern.Of("<NoWarn|NoWarn=");
    private static readonly Regex XmlComment = Pattern.Of("<!--|-->");
    private static readonly Regex SetToNone = Pattern.Of(@"severity\s*=\s*none\b");

    [Fact]
    public void No_work_is_left_as_a_note_in_the_source() => Violations.None(
        "Do it, or write it where work is planned.",
        House.Code.SelectMany(file => file.Comments.Where(c => Note.IsMatch(c.ToString())).Select(file.At))
            .Concat(OtherSources().SelectMany(path => Pattern.In(path, Note))));

    [Fact]
    public void No_file_needs_regions() => Violations.None(
        "A file that needs regions holds several concepts.",
        House.Code.SelectMany(file => file.Directives<RegionDirectiveTriviaSyntax>().Select(file.At)));

    [Fact]
    public void A_warning_is_disabled_only_with_a_reason() => Violations.None(
        "Say why on the same line or the one before.",
        from file in House.Code
        from pragma in file.Directives<PragmaWarningDirectiveTriviaSyntax>()
        where pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)
        where !file.SaysWhy(file.LineOf(pragma.HashToken))
        select file.At(pragma));

    [Fact]
    public void A_message_is_suppressed_only_with_a_reason() => Violations.None(
        "Say why in Justification, on the same line or on the one before.",
        from file in House.Code
        from attribute in file.Nodes<AttributeSyntax>()
        where attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal)
        where !IsJustified(attribute) && !file.SaysWhy(file.LineOf(attribute.GetFirstToken()))
        select file.At(attribute));

    [Fact]
    public void A_rule_turned_off_for_a_project_has_a_comment() => Violations.None(
        "Put an XML comment above the NoWarn, in its own group.",
        from path in House.Files
        where Path.GetExtension(path) is ".csproj" or ".props" or ".targets"
        let lines = House.Lines(path)
        from at in Enumerable.Range(0, lines.Length)
        where NoWarn.IsMatch(lines[at])
        where !HasCommentInGroup(lines, at)
        select $"{path}:{at + 1}");

    [Fact]
    public void A_rule_set_to_none_has_a_comment() => Violations.None(
        "Put a comment above the rule, or above the block it stands in.",
        from path in House.Files
        where Path.GetExtension(path) is ".editorconfig" or ".globalconfig"
        let lines = House.Lines(path)
        from at in Enumerable.Range(0, lines.Length)
        where SetToNone.IsMatch(lines[at]) && !HasCommentAboveBlock(lines, at)
        select $"{path}:{at + 1}");

    private static bool IsJustified(AttributeSyntax attribute) =>
        attribute.ArgumentList?.Arguments.Any(a => a.NameEquals?.Name.Identifier.Text == "Justification"
            && a.Expression is not LiteralExpressionSyntax { Token.ValueText.Length: 0 }) == true;

    private static bool HasCommentInGroup(string[] lines, int at)
    {
        for (; at >= 0; at--)
        {
            if (XmlComment.IsMatch(lines[at]))
                return true;
            if (lines[at].Contains("Group", StringComparison.Ordinal))
                return false;
        }
        return false;
    }

    private static bool HasCommentAboveBlock(string[] lines, int at)
    {
        while (at >= 0 && SetToNone.IsMatch(lines[at]))
            at--;
        return at >= 0 && lines[at].TrimStart().StartsWith('#');
    }

    private static IEnumerable<string> OtherSources() =>
        House.TextFiles.Where(path => Path.GetExtension(path) is not (".cs" or ".json" or ".csv" or ".sln"));
}
