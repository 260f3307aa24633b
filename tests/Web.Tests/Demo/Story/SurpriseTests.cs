using Twente.Igw.Figures;
using Twente.Igw.Web.Demo;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class SurpriseTests
{
    [Fact]
    public void Bicycles_are_stolen_in_a_wave_of_six_weeks()
    {
        var surprise = Find("1.2.3");

        Assert.Equal(6, surprise.Weeks.Length);
        var before = Window.Earlier(surprise.Weeks, years: 3).Average(w => Count(surprise, w));
        // With fewer expected the figures give no verdict, and there is nothing to find.
        Assert.True(before > 12);
        Assert.True(Count(surprise, surprise.Weeks) > 2 * before);
    }

    [Fact]
    public void Burglary_is_halved_after_an_intervention()
    {
        var surprise = Find("1.1.1");
        var after = new WeekRange(surprise.Weeks.First, Stories.Last);
        var before = Window.Ending(surprise.Weeks.First.Plus(-1), after.Length);

        Assert.InRange(Count(surprise, after) / (double)Count(surprise, before), 0.25, 0.7);
    }

    [Fact]
    public void A_new_hot_spot_is_there_on_Friday_evenings_and_in_the_night_after()
    {
        var surprise = Find("JEUGD");
        var weeks = new WeekRange(surprise.Weeks.First, Stories.Last);
        var tell = Stories.Tell(surprise.Municipality);
        int Evenings(WeekRange range) => Stories.Happenings(tell, range)
            .Where(h => surprise.IsAt(h.Area, h.Category, surprise.Weeks.First))
            .Count(h => surprise.Moments.Contains((h.Weekday, h.Daypart)));

        Assert.True(Evenings(weeks) > 4 * Math.Max(1, Evenings(weeks.Plus(-52))));
    }

    [Fact]
    public void Controls_find_more_and_cars_are_broken_into_at_night() => Assert.All(
        (Surprise[])[Find("3.1.1"), Find("1.2.1")],
        s => Assert.True(Count(s, s.Weeks) > 3 * Math.Max(1, Count(s, s.Weeks.Plus(-52))), s.Told));

    [Fact]
    public void What_there_is_to_find_is_told_with_its_place() => Assert.All(Stories.Usual.Surprises, s =>
    {
        var territory = Stories.Territory(s.Municipality);
        Assert.Contains(territory.Municipality.Name, s.Told, StringComparison.Ordinal);
        Assert.Subset(territory.Neighbourhoods.Select(n => n.Code).ToHashSet(), s.Neighbourhoods.ToHashSet());
    });

    private static Surprise Find(string category) => Stories.Usual.Surprises.Single(s => s.Category == category);

    private static int Count(Surprise surprise, WeekRange weeks) => Stories
        .Happenings(Stories.Tell(surprise.Municipality), weeks)
        .Count(h => h.Category == surprise.Category && surprise.Neighbourhoods.Contains(h.Area));
}
