using System.Text;
using Twente.Igw.Figures;
using Twente.Igw.Web.Demo;
using Xunit;

namespace Twente.Igw.Web.Tests.Demo;

public sealed class WriteDeliveryTests
{
    [Fact]
    public void The_same_seed_and_date_give_the_same_bytes_and_others_give_others()
    {
        byte[] Write(int seed, int weeksEarlier)
        {
            var story = new Story(seed, Stories.Last.Plus(-weeksEarlier));
            return WriteDelivery.Execute(Stories.Tell("GM0164", story), Stories.Ending(0, 13));
        }

        var first = Write(Story.UsualSeed, 0);

        Assert.Equal(first, Write(Story.UsualSeed, 0));
        Assert.NotEqual(first, Write(Story.UsualSeed, 1));
        Assert.NotEqual(first, Write(1, 0));
    }

    [Fact]
    public void A_later_file_knows_more_of_a_week_until_it_is_thirteen_weeks_old()
    {
        var (tell, week) = (Stories.Tell("GM0153"), Stories.Last.Plus(-20));
        int[] known = [.. Enumerable.Range(0, 14).Select(later => Sum(tell, week, week.Plus(later)))];

        Assert.Equal(known.Order(), known);
        Assert.InRange(known[0] / (double)known[13], 0.7, 0.9);
        Assert.Equal(known[12], known[13]);
        Assert.Equal(tell.Of(week).Length, known[12]);
    }

    [Fact]
    public void Most_rows_are_a_single_incident_and_a_city_has_some_thirteen_thousand_a_year()
    {
        var rows = Rows(Stories.Tell("GM0153"), Stories.Ending(13, 52));

        Assert.InRange(rows.Count, 11_000, 16_000);
        Assert.True(rows.Count(r => r[6] == "1") > 0.9 * rows.Count);
        Assert.Distinct(rows.Select(r => string.Join(';', r.Take(6))));
    }

    [Fact]
    public void Four_years_are_delivered_by_the_year_and_the_last_weeks_one_by_one()
    {
        var plan = DeliveryPlan.Of(Stories.Last, Stories.Last).ToList();

        Assert.Equal(24, plan.Count);
        Assert.Equal(208, plan.SelectMany(p => p.Weeks()).Distinct().Count());
        Assert.Equal(Stories.Ending(0, 208), new WeekRange(plan[0].First, plan[^1].Last));
        Assert.All(plan.Skip(4), p => Assert.Equal(13, p.Length));
        Assert.Equal(plan.OrderBy(DeliveryPlan.Moment), plan);
        Assert.Contains(plan, p => p.Last == Stories.Last.Plus(-52));
    }

    [Fact]
    public void A_demo_that_is_older_gets_the_weeks_since()
    {
        var then = DeliveryPlan.Of(Stories.Last, Stories.Last).ToList();
        var now = DeliveryPlan.Of(Stories.Last, Stories.Last.Plus(3)).ToList();

        Assert.Equal(then, now.Take(then.Count));
        Assert.Equal(3, now.Count - then.Count);
    }

    private static int Sum(TellWeeks tell, IsoWeek week, IsoWeek last) =>
        Rows(tell, new WeekRange(week, last)).Where(r => r[0] == week.ToString())
            .Sum(r => int.Parse(r[6], CultureInfo.InvariantCulture));

    private static List<string[]> Rows(TellWeeks tell, WeekRange weeks) =>
        [.. Encoding.UTF8.GetString(WriteDelivery.Execute(tell, weeks)).TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => line.Split(';'))];
}
