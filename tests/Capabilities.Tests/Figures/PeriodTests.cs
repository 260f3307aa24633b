using NodaTime;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(2021, 4, 4)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    public void Easter_falls_on_the_published_date(int year, int month, int day) =>
        Assert.Equal(new LocalDate(year, month, day), Events.Easter(year));

    [Theory]
    [InlineData("jaarwisseling", "2026-W01", "2026-W53", 2)]
    [InlineData("jaarwisseling", "2026-W02", "2026-W52", 0)]
    [InlineData("carnaval", "2025-W09", "2025-W09", 1)]
    [InlineData("carnaval", "2025-W10", "2025-W10", 1)]
    [InlineData("carnaval", "2025-W11", "2025-W11", 0)]
    [InlineData("Pasen", "2025-W16", "2025-W16", 1)]
    [InlineData("Koningsdag", "2025-W17", "2025-W17", 1)]
    [InlineData("Koningsdag", "2025-W18", "2025-W18", 0)]
    [InlineData("zomervakantie", "2025-W24", "2025-W27", 0)]
    [InlineData("zomervakantie", "2025-W25", "2025-W28", 1)]
    public void An_event_is_found_in_the_weeks_that_hold_it(string name, string first, string last, int times) =>
        Assert.Equal(times, Events.Times(Events.All.Single(e => e.Name == name), Range(first, last)));

    [Fact]
    public void Easter_in_one_window_only_is_marked()
    {
        // Easter Monday 2024 is in week 14, Easter 2025 in weeks 16 and 17.
        var window = Range("2025-W15", "2025-W18");

        Assert.Equal(
            ["bevat Pasen, de periode week 15 t/m 18 (8 april t/m 5 mei 2024) niet"],
            Events.Marks(window, window.Plus(-52)));
    }

    [Fact]
    public void Two_new_years_eves_against_one_are_marked()
    {
        var window = new WeekRange(IsoWeek.Parse("2026-W01"), IsoWeek.Parse("2026-W53"));

        Assert.Contains(
            Events.Marks(window, window.Plus(-53)),
            mark => mark.StartsWith("bevat 2 keer jaarwisseling", StringComparison.Ordinal));
    }

    [Fact]
    public void Windows_with_the_same_events_are_not_marked() =>
        Assert.Empty(Events.Marks(Range("2025-W45", "2025-W48"), Range("2024-W45", "2024-W48")));

    [Theory]
    [InlineData("2026-W46", "week 46 (9 t/m 15 november 2026)")]
    [InlineData("2024-W44", "week 44 (28 oktober t/m 3 november 2024)")]
    [InlineData("2026-W01", "week 1 (29 december 2025 t/m 4 januari 2026)")]
    public void A_week_is_read_with_its_days(string week, string text) =>
        Assert.Equal(text, WeekText.Of(IsoWeek.Parse(week)));

    [Theory]
    [InlineData("2025-W45", "2025-W48", "week 45 t/m 48 (3 t/m 30 november 2025)")]
    [InlineData("2025-W50", "2026-W02", "week 50 van 2025 t/m 2 (8 december 2025 t/m 11 januari 2026)")]
    public void Weeks_are_read_with_their_days(string first, string last, string text) =>
        Assert.Equal(text, WeekText.Of(Range(first, last)));

    [Fact]
    public void A_window_counts_its_last_week() =>
        Assert.Equal(Range("2025-W45", "2025-W48"), Window.Ending(IsoWeek.Parse("2025-W48"), 4));

    [Fact]
    public void A_window_is_held_against_52_weeks_earlier_also_past_week_53() => Assert.Equal(
        [Range("2026-W02", "2026-W05"), Range("2025-W02", "2025-W05")],
        Window.Earlier(Range("2027-W01", "2027-W04"), 2));

    private static WeekRange Range(string first, string last) => new(IsoWeek.Parse(first), IsoWeek.Parse(last));
}
