using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Components;

namespace Twente.Igw.Web.Drawings;

/// <summary>
/// Markup. It is made by interpolation only, and what is filled in is encoded: a name can never become markup by being
/// forgotten somewhere.
/// </summary>
internal readonly record struct Html
{
    public static readonly Html Nothing;

    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    public bool IsEmpty => string.IsNullOrEmpty(_markup);

    public static Html Of(HtmlWriter markup) => new(markup.Written);

    /// <summary>A drawing within other markup.</summary>
    public static Html Drawn(MarkupString drawing) => new(drawing.Value);

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => _markup ?? "";

    public MarkupString ToMarkup() => new(ToString());
}

/// <summary>Writes an interpolated string as markup: its literal parts as they are, everything else encoded.</summary>
[InterpolatedStringHandler]
internal sealed class HtmlWriter
{
    /// <summary>Letters with accents stay letters: the page says it is UTF-8.</summary>
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _markup;

    public HtmlWriter(int literalLength, int formattedCount) =>
        _markup = new StringBuilder(literalLength + formattedCount * 8);

    public string Written => _markup.ToString();

    public void AppendLiteral(string literal) => _markup.Append(literal);

    public void AppendFormatted(string? text) => _markup.Append(text is null ? "" : Encoder.Encode(text));

    public void AppendFormatted(Html html) => _markup.Append(html.ToString());

    public void AppendFormatted(IEnumerable<Html> parts)
    {
        foreach (var part in parts)
            _markup.Append(part.ToString());
    }

    public void AppendFormatted(int number) => _markup.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>A coordinate: one decimal, as finer is not seen.</summary>
    public void AppendFormatted(double coordinate) =>
        _markup.Append(CultureInfo.InvariantCulture, $"{Math.Round(coordinate, 1):0.#}");
}
