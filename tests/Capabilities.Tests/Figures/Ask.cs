using Twente.Igw.Areas;
using Twente.Igw.Figures;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>Short forms for stating facts and asking questions.</summary>
internal static class Ask
{
    public static readonly Viewer Analyst = new(Town.Code, Ring.Exact, "analist") { SeesSensitive = true };

    public static readonly Viewer Reader = new(Town.Code, Ring.Classes, "beleidsmedewerker");

    public static WeekRange Weeks(string first, string last) => new(IsoWeek.Parse(first), IsoWeek.Parse(last));

    public static CategoryCode Of(string code) => CategoryCode.Parse(code);

    public static Fact Fact(string week, string area, string code, int count, int year = 2021, int weekday = 0,
        Daypart daypart = Daypart.Unknown) =>
        new(IsoWeek.Parse(week), year, AreaCode.Parse(area), CategoryCode.Parse(code), weekday, daypart, count);

    public static FigureQuestion For(
        string category, string first, string last, AreaLevel level = AreaLevel.Neighbourhood,
        Comparison compare = Comparison.None) => new()
        {
            Level = level, Area = Town.Code, Category = Of(category), Weeks = Weeks(first, last), Compare = compare,
        };

    public static FigureAnswer Answer(
        Cube cube, FigureQuestion question, Func<long, Cube>? older = null, Viewer? viewer = null)
    {
        var topic = Topic(cube, question, viewer);
        return AnswerFigures.MakeAnswer(topic, Earlier(topic, older));
    }

    public static Topic Topic(Cube cube, FigureQuestion question, Viewer? viewer = null)
    {
        Assert.Null(CheckQuestion.Of(question, cube, out var areas));
        return new Topic(question, cube, areas) { Viewer = viewer ?? Analyst };
    }

    public static Refusal? Refusal(Cube cube, FigureQuestion question) => CheckQuestion.Of(question, cube, out _);

    private static Earlier? Earlier(Topic topic, Func<long, Cube>? older)
    {
        var years = FindEarlier.YearsOf(topic.Question.Compare);
        if (years == 0)
            return null;
        var windows = Window.Earlier(topic.Weeks, years);
        if (!topic.Provisional)
            return new Earlier([.. windows.Select(w => new EarlierWindow(topic.Cube, w))], years, AtSameLag: false);
        return new Earlier(
            [
                .. from window in windows
                   let version = FindEarlier.VersionAtSameLag(topic, window)
                   where version is not null
                   select new EarlierWindow(older!(version.Value), window),
            ], years, AtSameLag: true);
    }
}
