using Twente.Igw.Web.Tests.Drawings.Gallery;
using Xunit;

namespace Twente.Igw.Web.Tests.Drawings;

/// <summary>Contrast as WCAG 2.2 computes it, from the tokens themselves.</summary>
public sealed class ContrastTests
{
    private const double Text = 4.5;
    private const double Graphics = 3;

    public static TheoryData<bool> LightAndDark => [false, true];

    [Theory, MemberData(nameof(LightAndDark))]
    public void Figures_are_read_on_every_class(bool dark)
    {
        var tokens = Tokens(dark);
        string[] classes = [.. from hue in "kd" from n in Enumerable.Range(1, 5) select $"--igw-class-{hue}{n}"];

        Assert.All(classes, c => Reaches(Text, tokens, $"{c}-text", c));
    }

    [Theory, MemberData(nameof(LightAndDark))]
    public void The_highest_classes_and_all_lines_stand_out_from_the_paper(bool dark)
    {
        var tokens = Tokens(dark);
        string[] seen =
        [
            "--igw-class-k4", "--igw-class-k5", "--igw-class-d1", "--igw-class-d5", "--igw-line", "--igw-line-earlier",
            "--igw-hatch-ink", "--igw-map-border-dark", "--basis-color-default-border-default", "--basis-color-focus",
        ];

        Assert.All(seen, token => Reaches(Graphics, tokens, token, "--basis-color-default-bg-surface"));
    }

    [Theory, MemberData(nameof(LightAndDark))]
    public void A_border_is_seen_on_every_class_by_its_dark_line_or_its_light_edge(bool dark)
    {
        var tokens = Tokens(dark);

        Assert.All(Enumerable.Range(1, 5).Select(n => $"--igw-class-k{n}"), c => Assert.True(
            Math.Max(
                Contrast(tokens["--igw-map-border-dark"], tokens[c]),
                Contrast(tokens["--igw-map-border-light"], tokens[c])) >= Graphics, c));
    }

    [Theory, MemberData(nameof(LightAndDark))]
    public void Each_class_of_one_hue_differs_from_the_one_before(bool dark)
    {
        var tokens = Tokens(dark);

        Assert.All(Enumerable.Range(1, 4), n => Reaches(1.35, tokens, $"--igw-class-k{n}", $"--igw-class-k{n + 1}"));
    }

    [Theory, MemberData(nameof(LightAndDark))]
    public void Words_are_read_on_every_ground(bool dark)
    {
        var tokens = Tokens(dark);
        string[] words =
        [
            "--basis-color-default-color-document", "--basis-color-default-color-subtle",
            "--basis-color-accent-color-default", "--basis-color-accent-color-hover",
        ];
        string[] grounds =
        [
            "--basis-color-default-bg-document", "--basis-color-default-bg-surface", "--basis-color-default-bg-subtle",
            "--basis-color-accent-bg-subtle", "--basis-color-info-bg", "--basis-color-warning-bg",
            "--basis-color-error-bg",
        ];

        foreach (var word in words)
            Assert.All(grounds, ground => Reaches(Text, tokens, word, ground));
        Reaches(Text, tokens, "--basis-color-accent-inverse", "--basis-color-accent-bg-default");
    }

    private static void Reaches(double least, Dictionary<string, string> tokens, string one, string other)
    {
        var contrast = Contrast(tokens[one], tokens[other]);
        Assert.True(contrast >= least, $"{one} on {other}: {contrast:0.00}, needs {least}");
    }

    /// <summary>Dark tokens lie over the light ones, as the browser lays them.</summary>
    private static Dictionary<string, string> Tokens(bool dark)
    {
        var css = File.ReadAllText(Path.Combine(House.Root, "src", "Web", "wwwroot", "css", "tokens.css"));
        var parts = css.Split("prefers-color-scheme: dark");
        var tokens = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in dark ? parts : parts[..1])
            foreach (var line in part.Split('\n').Select(l => l.Trim()))
                if (line.Contains(": #", StringComparison.Ordinal))
                    tokens[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[^7..^1];
        return tokens;
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        0.2126 * Linear(colour[..2]) + 0.7152 * Linear(colour[2..4]) + 0.0722 * Linear(colour[4..]);

    private static double Linear(string channel)
    {
        var value = Convert.ToInt32(channel, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
