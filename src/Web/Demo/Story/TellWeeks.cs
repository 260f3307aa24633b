using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>One thing that happened in the demo.</summary>
/// <param name="Area">Code of the neighbourhood, or of the gemeente when the place is not known.</param>
/// <param name="Category">Class or incident code.</param>
/// <param name="Weekday">1 to 7, or 0: not known.</param>
/// <param name="Daypart">Part of the day.</param>
/// <param name="KnownAfter">Weeks after its own before it is registered.</param>
internal readonly record struct Happening(string Area, string Category, int Weekday, Daypart Daypart, int KnownAfter);

/// <summary>
/// Tells what happened in a gemeente, week by week. Numbers are Gamma-Poisson: places differ, weeks differ, and what
/// is busy stays busy for a while. A week is the same however often and in whatever order it is asked for.
/// </summary>
internal sealed class TellWeeks
{
    private const double PlaceUnknown = 0.03;
    private const int WeeksOfOneMood = 4;

    /// <summary>Shapes of the Gamma distributions: the variance between places, moods and weeks is 1 / shape.</summary>
    private const double BetweenPlaces = 4;
    private const double BetweenMoods = 3.5;
    private const double BetweenWeeks = 50;

    /// <summary>Share registered 0, 1, 2, … weeks after its own; complete in the 13 that a file restates.</summary>
    private static readonly double[] Registered = [80, 9, 3.5, 2, 1.5, 1, 0.8, 0.6, 0.5, 0.4, 0.3, 0.2, 0.2];

    private readonly Territory _territory;
    private readonly IReadOnlyList<Surprise> _surprises;
    private readonly int _seed;
    private readonly IsoWeek _last;
    private readonly double[][] _weights;
    private readonly Dictionary<IsoWeek, Happening[]> _told = [];

    /// <param name="story">Seed, land and surprises.</param>
    /// <param name="territory">The gemeente that is told of.</param>
    public TellWeeks(Story story, Territory territory)
    {
        (_territory, _seed, _last) = (territory, story.Seed, story.Last);
        _surprises = [.. story.Surprises.Where(s => s.Municipality == territory.Municipality.Code)];
        _weights = [.. Patterns.All.Select(Weights)];
    }

    /// <summary>Everything of the week, also what is registered later.</summary>
    public Happening[] Of(IsoWeek week)
    {
        if (!_told.TryGetValue(week, out var told))
            _told.Add(week, told = [.. Tell(week)]);
        return told;
    }

    private IEnumerable<Happening> Tell(IsoWeek week)
    {
        var dice = Dice.For(_seed, _territory.Municipality.Number, 5, week.Index);
        var moods = new Dictionary<int, double[]>();
        foreach (var (place, pattern) in Patterns.All.Index())
        {
            if (!moods.TryGetValue(pattern.Rhythm.Number, out var mood))
                moods.Add(pattern.Rhythm.Number, mood = Mood(pattern.Rhythm, week, dice));
            var rates = Rates(pattern, _weights[place], mood, week);
            for (var left = dice.Poisson(rates.Sum()); left > 0; left--)
            {
                var at = _territory.Neighbourhoods[dice.Pick(rates)];
                yield return Happen(at.Code, pattern, pattern.Rhythm.Moment(dice), dice);
            }
        }
        foreach (var happening in _surprises.SelectMany(s => Extra(s, week, dice)))
            yield return happening;
    }

    private IEnumerable<Happening> Extra(Surprise surprise, IsoWeek week, Dice dice)
    {
        if (!surprise.Weeks.Contains(week))
            yield break;
        var pattern = Patterns.All.Single(p => p.Code == surprise.Category);
        for (var left = dice.Poisson(surprise.PerWeek); left > 0; left--)
        {
            var place = surprise.Neighbourhoods[dice.Below(surprise.Neighbourhoods.Count)];
            yield return Happen(place, pattern, surprise.Moments[dice.Below(surprise.Moments.Count)], dice);
        }
    }

    private Happening Happen(string place, Pattern pattern, (int Weekday, Daypart Daypart) moment, Dice dice)
    {
        var area = dice.Chance(PlaceUnknown) ? _territory.Municipality.Code : place;
        return new Happening(area, pattern.Code, moment.Weekday, moment.Daypart, dice.Pick(Registered));
    }

    /// <summary>Mean number in each neighbourhood this week.</summary>
    private double[] Rates(Pattern pattern, double[] weights, double[] mood, IsoWeek week)
    {
        var years = (week.Index - _last.Index) / 52.0;
        var level = pattern.Rhythm.Season(week) * Math.Pow(1 + pattern.Trend, years);
        var rates = new double[weights.Length];
        for (var i = 0; i < rates.Length; i++)
            rates[i] = level * weights[i] * mood[i];
        foreach (var surprise in _surprises.Where(s => s.Factor != 1))
            for (var i = 0; i < rates.Length; i++)
                if (surprise.IsAt(_territory.Neighbourhoods[i].Code, pattern.Code, week))
                    rates[i] *= surprise.Factor;
        return rates;
    }

    /// <summary>Mean number a week in each neighbourhood over the years.</summary>
    private double[] Weights(Pattern pattern)
    {
        var places = _territory.Neighbourhoods;
        double[] weights = [.. places.Select((n, i) =>
            pattern.Where.Weight(n) * Character(0, i) * Character(pattern.Rhythm.Number, i))];
        var municipality = _territory.Municipality;
        var perYear = pattern.Share * municipality.Offences / Patterns.Offences * municipality.Inhabitants / 1000;
        var perWeek = perYear / Rhythm.WeeksInYear;
        var scale = perWeek / weights.Sum();
        return [.. weights.Select(w => w * scale)];
    }

    /// <summary>Some places have more of all (rhythm 0), and more of some things, than their size says.</summary>
    private double Character(int rhythm, int place) =>
        Dice.For(_seed, _territory.Municipality.Number, 6, rhythm, place)
            .Gamma(rhythm == 0 ? BetweenPlaces : 2 * BetweenPlaces);

    private double[] Mood(Rhythm rhythm, IsoWeek week, Dice dice)
    {
        var everywhere = dice.Gamma(BetweenWeeks);
        var month = week.Index / WeeksOfOneMood;
        return [.. _territory.Neighbourhoods.Select((_, i) => everywhere
            * Dice.For(_seed, _territory.Municipality.Number, 7, rhythm.Number * 1000 + i, month).Gamma(BetweenMoods))];
    }
}
