using Twente.Igw.Areas;
using Twente.Igw.Figures;

namespace Twente.Igw.Capabilities.Tests.Figures;

/// <summary>
/// A small gemeente in memory: deliveries are stated, withdrawn and replaced as in the ledger, and cubes made from
/// what counts at a version.
/// </summary>
internal sealed class Town
{
    public static readonly AreaCode Code = AreaCode.Parse("GM0153");
    public static readonly Feed Police = new("politie-week", "politie");

    private readonly List<CountingSpan> _spans = [];
    private readonly Dictionary<(long, IsoWeek), WeekBlock> _blocks = [];
    private readonly List<(long, DateTime)> _moments = [];
    private readonly CodeBooks _books = new();
    private readonly Dictionary<int, MunicipalityAreas?> _years = [];
    private readonly List<Crosswalk> _crosswalks = [];
    private long _delivery;

    public long Version { get; private set; }

    public static AreaCode Neighbourhood(int district, int number) => AreaCode.Parse($"BU0153{district:00}{number:00}");

    /// <summary>Gives the town a boundary year of districts with as many neighbourhoods each.</summary>
    public Town With(int year, int districts = 2, int neighbourhoods = 3, int inhabitants = 1000)
    {
        var codes = Enumerable.Range(0, districts)
            .SelectMany(d => Enumerable.Range(0, neighbourhoods).Select(n => Neighbourhood(d, n))).ToList();
        _years[year] = new MunicipalityAreas(
            year, new Area(Code, "Enschede", null, 159_732, 80_000),
            codes.Select(c => c.District).Distinct().Select(d => new Area(d, $"Wijk {d}", Code, 10_000, 5_000)),
            codes.Select(c => new Area(c, $"Buurt {c}", c.District, inhabitants, inhabitants / 2)));
        return this;
    }

    public Town With(MunicipalityAreas areas)
    {
        _years[areas.BoundaryYear] = areas;
        return this;
    }

    /// <summary>Gives the town a reviewed crosswalk; a weight is a part of 1.</summary>
    public Town With(int from, int to, params IEnumerable<(AreaCode From, AreaCode To, double Weight)> rows)
    {
        _crosswalks.Add(new Crosswalk
        {
            Municipality = Code, Number = _crosswalks.Count + 1, FromYear = from, ToYear = to,
            State = CrosswalkState.Reviewed, Source = "bestand", MadeAt = MomentOf(0), MadeBy = "beheerder",
            DecidedAt = MomentOf(0), DecidedBy = "analist", Reason = "",
            Rows =
            [
                .. rows.Select(r => new CrosswalkRow(
                    r.From, r.To, (int)Math.Round(r.Weight * CrosswalkRow.Whole), CrosswalkBasis.Addresses)),
            ],
        });
        return this;
    }

    /// <summary>Accepts one delivery for these weeks; what counted for them counts no more.</summary>
    public long Deliver(string first, string last, params IReadOnlyCollection<Fact> facts) =>
        Deliver(new WeekRange(IsoWeek.Parse(first), IsoWeek.Parse(last)), facts);

    public long Deliver(WeekRange weeks, IReadOnlyCollection<Fact> facts, int year = 2021)
    {
        End(weeks);
        return Add(Police, weeks, facts, year);
    }

    /// <summary>Another supplier's weeks beside what counts already.</summary>
    public long Beside(Feed feed, WeekRange weeks, IReadOnlyCollection<Fact> facts, int year) =>
        Add(feed, weeks, facts, year);

    private long Add(Feed feed, WeekRange weeks, IReadOnlyCollection<Fact> facts, int year)
    {
        var delivery = ++_delivery;
        var byWeek = facts.ToLookup(f => f.Week);
        foreach (var week in weeks.Weeks())
        {
            _spans.Add(new CountingSpan(feed, week, delivery, year, Version, WeekVersion.Open));
            _blocks[(delivery, week)] = new WeekBlock(week, delivery, year,
            [
                .. byWeek[week].Select(f => new Cell(
                    _books.Areas.NumberOf(f.Area.Code), _books.Classes.NumberOf(f.Category.Code),
                    Cell.SlotOf(f.Weekday, (int)f.Daypart), (ushort)f.Count)),
            ]);
        }
        return Version;
    }

    public long Withdraw(WeekRange weeks)
    {
        End(weeks);
        return Version;
    }

    public Cube Cube(long? version = null)
    {
        var at = version ?? Version;
        // A reader at a version sees nothing of later ones.
        var seen = new WeekHistory(
            [.. _spans.Where(s => s.FromVersion <= at)], [.. _moments.Where(m => m.Item1 <= at)]);
        var counting = seen.CountingAt(at);
        var weeks = new CountedWeeks(
            counting, [.. counting.Select(c => _blocks[(c.Delivery, c.Week)])], seen, _books.Copy());
        return global::Twente.Igw.Figures.Cube.Build(
            new CubeStamp(Code, at, 1), DefaultCategories.Tree, weeks, _years, _crosswalks);
    }

    /// <summary>The moment a version began: one day per version.</summary>
    public static DateTime MomentOf(long version) =>
        new DateTime(2025, 1, 1, 8, 0, 0, DateTimeKind.Utc).AddDays(version);

    private void End(WeekRange weeks)
    {
        Version++;
        _moments.Add((Version, MomentOf(Version)));
        for (var i = 0; i < _spans.Count; i++)
            if (_spans[i].ToVersion == WeekVersion.Open && weeks.Contains(_spans[i].Week))
                _spans[i] = _spans[i] with { ToVersion = Version };
    }
}
