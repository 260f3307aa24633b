using Twente.Igw.Figures;

namespace Twente.Igw.Web.Demo;

/// <summary>When in the week and in the year something happens, and how often that is not known.</summary>
/// <param name="Number">Keeps the chance of one rhythm apart from that of another.</param>
internal sealed record Rhythm(int Number)
{
    public const double WeeksInYear = 52.18;
    private const int DaysInWeek = 7;
    private const int Dayparts = 4;
    private double[]? _cells;

    /// <summary>Monday to Sunday.</summary>
    public double[] Days { get; init; } = [1, 1, 1, 1, 1, 1, 1];

    /// <summary>Night, morning, afternoon, evening.</summary>
    public required double[] Parts { get; init; }

    /// <summary>How many times more on Friday and Saturday evening and in the nights after them.</summary>
    public double GoingOut { get; init; } = 1;

    /// <summary>Share of which not even the day is known.</summary>
    public double UnknownDay { get; init; }

    /// <summary>Share of which the day is known and the part of it is not.</summary>
    public double UnknownPart { get; init; }

    /// <summary>The week of the year with most of it.</summary>
    public int Peak { get; init; } = 26;

    /// <summary>Above and below the year's mean, as a share of it.</summary>
    public double Swing { get; init; }

    /// <summary>How many times more in the week of New Year's Eve.</summary>
    public double NewYear { get; init; } = 1;

    /// <summary>How many times the year's mean is usual in this week.</summary>
    public double Season(IsoWeek week)
    {
        var turn = 2 * Math.PI * (week.Thursday.DayOfYear / 7.0 - Peak) / WeeksInYear;
        var eve = week.Monday.Year != week.Sunday.Year || week.Sunday is { Month: 12, Day: 31 };
        return (1 + Swing * Math.Cos(turn)) * (eve ? NewYear : 1);
    }

    /// <summary>Weekday 1 to 7, or 0: not known.</summary>
    public (int Weekday, Daypart Daypart) Moment(Dice dice)
    {
        var known = dice.Next();
        var cell = dice.Pick(_cells ??= Cells());
        if (known < UnknownDay)
            return (0, Daypart.Unknown);
        var part = known < UnknownDay + UnknownPart ? Daypart.Unknown : (Daypart)(1 + cell % Dayparts);
        return (1 + cell / Dayparts, part);
    }

    private double[] Cells()
    {
        var cells = new double[DaysInWeek * Dayparts];
        for (var i = 0; i < cells.Length; i++)
        {
            var (day, part) = (i / Dayparts, i % Dayparts);
            cells[i] = Days[day] * Parts[part] * (IsGoingOut(day, part) ? GoingOut : 1);
        }
        return cells;
    }

    private static bool IsGoingOut(int day, int part) => (day, part) is (4, 3) or (5, 0) or (5, 3) or (6, 0);
}

/// <summary>The rhythms that offences and nuisance have.</summary>
internal static class Rhythms
{
    /// <summary>Found on coming home: of half the hour is not known, of some not even the day.</summary>
    public static readonly Rhythm Burglary = new(1)
    {
        Days = [0.9, 0.9, 0.9, 1, 1.3, 1.3, 0.8], Parts = [0.28, 0.10, 0.24, 0.38], UnknownDay = 0.15,
        UnknownPart = 0.40, Peak = 51, Swing = 0.35,
    };

    public static readonly Rhythm Cars = new(2)
    {
        Parts = [0.45, 0.12, 0.15, 0.28], UnknownDay = 0.10, UnknownPart = 0.30, Peak = 47, Swing = 0.15,
    };

    public static readonly Rhythm Bicycles = new(3)
    {
        Days = [0.9, 0.95, 0.95, 1.05, 1.15, 1.15, 0.7], Parts = [0.12, 0.18, 0.40, 0.30], UnknownDay = 0.06,
        UnknownPart = 0.34, Peak = 37, Swing = 0.20,
    };

    public static readonly Rhythm Shops = new(4)
    {
        Days = [0.9, 0.95, 1, 1.15, 1.2, 1.35, 0.5], Parts = [0.01, 0.16, 0.63, 0.20], Peak = 49, Swing = 0.10,
    };

    public static readonly Rhythm Nightlife = new(5)
    {
        Days = [0.6, 0.6, 0.7, 0.9, 1.1, 1.5, 1.3], Parts = [0.30, 0.08, 0.20, 0.42], GoingOut = 3.2, Peak = 28,
        Swing = 0.12, NewYear = 1.5,
    };

    public static readonly Rhythm AllWeek = new(6)
    {
        Parts = [0.12, 0.22, 0.34, 0.32], UnknownDay = 0.03, UnknownPart = 0.07,
    };

    public static readonly Rhythm Damage = new(7)
    {
        Days = [0.85, 0.8, 0.85, 0.9, 1.15, 1.35, 1.1], Parts = [0.30, 0.10, 0.22, 0.38], GoingOut = 1.4,
        UnknownDay = 0.08, UnknownPart = 0.27, Peak = 24, Swing = 0.10, NewYear = 2.2,
    };

    public static readonly Rhythm Paper = new(8)
    {
        Days = [1.2, 1.2, 1.1, 1.1, 1, 0.6, 0.5], Parts = [0.08, 0.30, 0.42, 0.20], UnknownDay = 0.45,
        UnknownPart = 0.30,
    };

    public static readonly Rhythm Control = new(9)
    {
        Days = [0.8, 0.9, 1, 1.2, 1.3, 1, 0.6], Parts = [0.18, 0.22, 0.32, 0.28], Peak = 18, Swing = 0.10,
    };

    public static readonly Rhythm Youth = new(10)
    {
        Days = [0.75, 0.8, 0.9, 0.9, 1.4, 1.45, 0.9], Parts = [0.08, 0.04, 0.30, 0.58], Peak = 29, Swing = 0.38,
        NewYear = 1.8,
    };

    public static readonly Rhythm Noise = new(11)
    {
        Days = [0.7, 0.7, 0.75, 0.85, 1.3, 1.6, 1.2], Parts = [0.34, 0.06, 0.14, 0.46], GoingOut = 1.5, Peak = 29,
        Swing = 0.40, NewYear = 2.0,
    };

    public static readonly Rhythm Home = new(12)
    {
        Parts = [0.10, 0.20, 0.30, 0.40], Peak = 27, Swing = 0.15,
    };

    public static readonly Rhythm Fireworks = new(13)
    {
        Parts = [0.15, 0.05, 0.25, 0.55], Peak = 52, Swing = 0.95, NewYear = 6,
    };
}
