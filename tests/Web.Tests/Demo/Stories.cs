using Twente.Igw.Figures;
using Twente.Igw.Web.Demo;

namespace Twente.Igw.Web.Tests.Demo;

/// <summary>The demo as it is made in week 47 of 2026, and what can be counted in it.</summary>
internal static class Stories
{
    public static readonly IsoWeek Last = IsoWeek.Parse("2026-W46");
    private static readonly Lazy<Story> Told = new(() => new Story(Story.UsualSeed, Last));

    public static Story Usual => Told.Value;

    public static Territory Territory(string code) => Usual.Land.Single(t => t.Municipality.Code == code);

    public static TellWeeks Tell(string code, Story? story = null) =>
        new(story ?? Usual, (story ?? Usual).Land.Single(t => t.Municipality.Code == code));

    public static IEnumerable<Happening> Happenings(TellWeeks tell, WeekRange weeks) =>
        weeks.Weeks().SelectMany(tell.Of);

    /// <summary>The weeks that end so many weeks before the last.</summary>
    public static WeekRange Ending(int back, int weeks) => Window.Ending(Last.Plus(-back), weeks);
}
