using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

public sealed class SeriesAndMomentsTests
{
    [Fact]
    public void A_series_tells_weeks_that_are_missing_from_weeks_that_were_quiet()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W41", Ask.Fact("2025-W40", "BU01530000", "1.4.5", 3));
        town.Deliver("2025-W43", "2025-W45", Ask.Fact("2025-W45", "BU01530000", "1.4.5", 5));
        var series = Series(town, "BU01530000", "2025-W40", "2025-W45");

        Assert.Equal([3, 0, null, 0, 0, 5], series.Points.Select(p => p.Count));
        Assert.Equal([null, null, ".", "*", "*", "*"], series.Points.Select(p => p.Sign));
    }

    [Fact]
    public void A_series_has_the_same_weeks_of_earlier_years_beside_it()
    {
        var town = new Town().With(2021);
        town.Deliver("2024-W40", "2024-W40", Ask.Fact("2024-W40", "BU01530000", "1.4.5", 7));
        town.Deliver("2025-W40", "2025-W41", Ask.Fact("2025-W40", "BU01530000", "1.4.5", 3));
        var series = Series(town, "GM0153", "2025-W40", "2025-W41");

        Assert.Equal([7, null, null], series.Points[0].Earlier);
        Assert.Equal([null, null, null], series.Points[1].Earlier);
    }

    [Fact]
    public void Moments_count_what_is_unknown_in_a_row_and_column_of_their_own()
    {
        var moments = Moments(Delivered(), "GM0153", "geweld");

        Assert.Equal(["nacht", "ochtend", "middag", "avond", "onbekend"], moments.Dayparts);
        Assert.Equal([2, 0, 0, 1, 0], moments.Rows[0].Counts);
        Assert.Equal([0, 0, 0, 0, 4], moments.Rows[6].Counts);
        Assert.Equal([0, 8, 0, 0, 16], moments.Rows[7].Counts);
        Assert.Equal(("maandag", 3), (moments.Rows[0].Weekday, moments.Rows[0].Total));
        Assert.Equal(("onbekend", 24), (moments.Rows[7].Weekday, moments.Rows[7].Total));
        Assert.Equal(31, moments.Total);
    }

    [Fact]
    public void Moments_of_a_neighbourhood_leave_out_the_place_unknown()
    {
        Assert.Equal(15, Moments(Delivered(), "BU01530000", "geweld").Total);
        Assert.Equal(15, Moments(Delivered(), "WK015300", "geweld").Total);
        Assert.Equal(0, Moments(Delivered(), "WK015301", "geweld").Total);
        Assert.Equal(0, Moments(Delivered(), "GM0153", "vermogen").Total);
        Assert.Equal(31, Moments(Delivered(), "GM0153", "totaal").Total);
    }

    [Fact]
    public void Moments_of_weeks_never_delivered_are_unknown()
    {
        var moments = Moments(new Town().With(2021), "GM0153", "geweld");

        Assert.Null(moments.Total);
        Assert.All(moments.Rows.SelectMany(r => r.Counts), Assert.Null);
    }

    private static Town Delivered()
    {
        var town = new Town().With(2021);
        town.Deliver("2025-W40", "2025-W41",
            Ask.Fact("2025-W40", "BU01530000", "1.4.5", 2, weekday: 1, daypart: Daypart.Night),
            Ask.Fact("2025-W41", "BU01530000", "1.4.4", 1, weekday: 1, daypart: Daypart.Evening),
            Ask.Fact("2025-W41", "BU01530000", "1.4.4", 4, weekday: 7),
            Ask.Fact("2025-W41", "BU01530000", "1.4.4", 8, daypart: Daypart.Morning),
            Ask.Fact("2025-W41", "GM0153", "1.4.4", 16));
        return town;
    }

    private static SeriesAnswer Series(Town town, string area, string first, string last)
    {
        var question = AnswerSeries.AsFigures(new SeriesQuestion
        {
            Area = AreaCode.Parse(area), Category = Ask.Of("geweld"), Weeks = Ask.Weeks(first, last),
        });
        return AnswerSeries.MakeAnswer(Ask.Topic(town.Cube(), question), 3);
    }

    private static MomentsAnswer Moments(Town town, string area, string category)
    {
        var question = AnswerMoments.AsFigures(new MomentsQuestion
        {
            Area = AreaCode.Parse(area), Category = Ask.Of(category), Weeks = Ask.Weeks("2025-W40", "2025-W41"),
        });
        return AnswerMoments.MakeAnswer(Ask.Topic(town.Cube(), question));
    }
}
