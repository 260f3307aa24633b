using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>What a reader in classes may ask, and how she is told what she may not.</summary>
public sealed class GridTests
{
    private static readonly Cube Cube = Delivered();

    [Theory]
    [InlineData("2025-W49", "2025-W52")]
    [InlineData("2025-W41", "2025-W52")]
    [InlineData("2025-W01", "2025-W52")]
    [InlineData("2024-W01", "2024-W52")]
    public void She_asks_4_12_or_52_weeks_up_to_the_newest_week_or_a_whole_year(string first, string last) =>
        Assert.Null(Objection(Ask.For("geweld", first, last)));

    [Theory]
    [InlineData("2025-W50", "2025-W52")]
    [InlineData("2025-W27", "2025-W52")]
    [InlineData("2025-W48", "2025-W51")]
    [InlineData("2024-W49", "2024-W52")]
    [InlineData("2024-W01", "2025-W52")]
    [InlineData("2023-W02", "2024-W01")]
    public void No_other_period_is_hers(string first, string last)
    {
        var refusal = Objection(Ask.For("geweld", first, last))!;

        Assert.Equal("ring.outside-grid", refusal.Code);
        Assert.Contains("4, 12 of 52 weken tot en met 2025-W52", refusal.Sentence, StringComparison.Ordinal);
        Assert.Contains("2025-W01 tot en met 2025-W52", refusal.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void By_week_or_daypart_she_asks_a_year_and_no_less()
    {
        Assert.Equal(
            "ring.outside-grid", Objection(Ask.For("geweld", "2025-W49", "2025-W52"), perWeek: true)!.Code);
        Assert.Null(Objection(Ask.For("geweld", "2025-W01", "2025-W52"), perWeek: true));
    }

    [Fact]
    public void A_year_that_has_not_ended_is_no_year()
    {
        var town = new Town().With(2021);
        town.Deliver("2024-W01", "2025-W40");
        var question = Ask.For("geweld", "2025-W01", "2025-W52");

        Assert.Equal(
            "ring.outside-grid", Disclosure.Objection(question, town.Cube(), Ask.Reader, perWeek: false)!.Code);
    }

    [Fact]
    public void She_sees_what_is_known_now()
    {
        Assert.Equal("ring.known-on", Disclosure.Objection(KnownOn.AtVersion(1), Ask.Reader)!.Code);
        Assert.Null(Disclosure.Objection(KnownOn.AtVersion(1), Ask.Analyst));
    }

    [Fact]
    public void She_sees_the_boundaries_of_the_newest_week()
    {
        var question = Ask.For("geweld", "2025-W49", "2025-W52");

        Assert.Equal("ring.outside-grid", Objection(question with { BoundaryYear = 2020 })!.Code);
        Assert.Null(Objection(question with { BoundaryYear = 2021 }));
    }

    [Fact]
    public void Whoever_sees_exactly_asks_any_period() =>
        Assert.Null(Disclosure.Objection(
            Ask.For("geweld", "2025-W50", "2025-W51"), Cube, Ask.Analyst with { SeesSensitive = false }, false));

    [Fact]
    public void What_only_exists_exactly_is_not_shown_in_classes()
    {
        var answer = new DelayAnswer
        {
            Municipality = Town.Code, Version = 1, Ring = Ring.Classes, WithoutSensitive = true, Weeks = [],
            DeliveredLater = 0, After = [], Rows = [],
        };

        Assert.False(Disclosure.Apply(answer, Ask.Reader, out _, out var refusal));
        Assert.Equal("ring.exact-only", refusal.Code);
    }

    private static Refusal? Objection(FigureQuestion question, bool perWeek = false) =>
        Disclosure.Objection(question, Cube, Ask.Reader, perWeek);

    private static Cube Delivered()
    {
        var town = new Town().With(2021);
        town.Deliver("2023-W01", "2025-W52", Ask.Fact("2025-W50", "BU01530000", "1.4.5", 12));
        return town.Cube();
    }
}
