using Twente.Igw.Figures;
using Twente.Igw.Web.Demo;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class TellWeeksTests
{
    private static readonly WeekRange Year = Stories.Ending(0, 52);

    [Fact]
    public void Cities_have_the_level_of_cities_and_villages_half_of_it() => Assert.All(Stories.Usual.Land, t =>
    {
        var happened = Stories.Happenings(Stories.Tell(t.Municipality.Code), Year).ToList();
        var offences = happened.Count(h => char.IsDigit(h.Category[0])) * 1000.0 / t.Municipality.Inhabitants;
        var nuisance = happened.Count(h => !char.IsDigit(h.Category[0])) * 1000.0 / t.Municipality.Inhabitants;
        Assert.InRange(offences, t.Municipality.IsCity ? 40 : 17, t.Municipality.IsCity ? 55 : 38);
        Assert.InRange(nuisance / offences, 0.7, 1.2);
    });

    [Fact]
    public void Every_category_is_one_that_a_delivery_counts() => Assert.All(
        Patterns.All, p => Assert.True(DefaultCategories.Tree.IsClass(p.Category), p.Code));

    [Fact]
    public void Of_about_three_in_a_hundred_the_place_is_not_known()
    {
        var happened = Stories.Happenings(Stories.Tell("GM0153"), Year).ToList();

        Assert.InRange(happened.Count(h => h.Area == "GM0153") / (double)happened.Count, 0.02, 0.04);
    }

    [Fact]
    public void Weekly_counts_of_a_place_vary_more_than_chance_alone()
    {
        var (tell, weeks) = (Stories.Tell("GM0153"), Stories.Ending(0, 208));
        var noise = Stories.Happenings(tell, weeks).Where(h => h.Category == "GELUID" && h.Area != "GM0153").ToList();
        var place = noise.CountBy(h => h.Area).MaxBy(a => a.Value).Key;
        double[] counts = [.. weeks.Weeks().Select(w =>
            (double)tell.Of(w).Count(h => h.Category == "GELUID" && h.Area == place))];
        var mean = counts.Average();

        Assert.True(counts.Sum(c => (c - mean) * (c - mean)) / counts.Length > 1.2 * mean);
    }

    [Fact]
    public void Burglary_peaks_in_winter_and_nuisance_in_summer()
    {
        var tell = Stories.Tell("GM0153");
        int Count(string category, Func<int, bool> inSeason) => Stories.Ending(0, 208).Weeks()
            .Where(w => inSeason(w.Week)).Sum(w => tell.Of(w).Count(h => h.Category == category));

        Assert.True(Count("1.1.1", w => w is > 44 or < 10) > Count("1.1.1", w => w is > 18 and < 36));
        Assert.True(Count("JEUGD", w => w is > 18 and < 36) > Count("JEUGD", w => w is > 44 or < 10));
    }

    [Fact]
    public void Of_burglary_the_part_of_the_day_is_often_not_known_and_of_shoplifting_it_is_the_afternoon()
    {
        var happened = Stories.Happenings(Stories.Tell("GM0153"), Year).ToList();
        double Share(string category, Daypart daypart) =>
            happened.Where(h => h.Category == category).Average(h => h.Daypart == daypart ? 1.0 : 0);

        Assert.InRange(Share("1.1.1", Daypart.Unknown), 0.4, 0.7);
        Assert.InRange(Share("2.5.2", Daypart.Afternoon), 0.5, 0.75);
        Assert.DoesNotContain(happened, h => h.Weekday == 0 && h.Daypart != Daypart.Unknown);
    }

    [Fact]
    public void A_week_is_the_same_in_whatever_order_it_is_told()
    {
        var (forward, backward) = (Stories.Tell("GM0168"), Stories.Tell("GM0168"));
        var weeks = Year.Weeks().ToList();
        var told = weeks.ConvertAll(forward.Of);

        var reversed = Enumerable.Reverse(weeks).Select(backward.Of).Reverse();

        Assert.Equal(told, reversed);
    }
}
