using System.Text;
using Twente.Igw.Figures;

namespace Twente.Igw.Testing;

/// <summary>
/// A file large enough to be interrupted, which states the same weeks again and again: every week of it has the same
/// total, one more at each statement, so that any mixture of two statements shows.
/// </summary>
/// <param name="Municipality">Whose.</param>
/// <param name="Weeks">How many weeks.</param>
/// <param name="RowsPerWeek">Rows of each week, 13,000 at most.</param>
public sealed record RestatedWeeks(string Municipality = "GM0153", int Weeks = 13, int RowsPerWeek = 300)
{
    private static readonly string[] Dayparts = ["", "nacht", "ochtend", "middag", "avond"];

    public IsoWeek First { get; init; } = IsoWeek.Parse("2025-W01");

    public WeekRange Range => new(First, First.Plus(Weeks - 1));

    /// <summary>Total of each week at this statement.</summary>
    public int TotalOf(int statement) => RowsPerWeek + statement;

    /// <summary>The statement of this number, counted from 0.</summary>
    public WeekFile Statement(int number) => new()
    {
        Municipality = Municipality, First = Range.First, Last = Range.Last,
        Rows = [.. Range.Weeks().SelectMany(week => RowsOf(week.ToString(), number))],
    };

    /// <summary>Puts a statement into the drop folder as a supplier does, complete the moment it is there.</summary>
    /// <returns>Its path.</returns>
    public string Drop(string folder, int number)
    {
        var file = Statement(number);
        var (path, temporary) = (Path.Combine(folder, file.Name), Path.Combine(folder, file.Name + ".tmp"));
        File.WriteAllText(temporary, file.Text, new UTF8Encoding(false));
        // Written a while ago: only that it lies still has to be seen.
        File.SetLastWriteTimeUtc(temporary, File.GetLastWriteTimeUtc(temporary).AddSeconds(-5));
        File.Move(temporary, path);
        return path;
    }

    private IEnumerable<string> RowsOf(string week, int statement)
    {
        // A sensitive class is in no total of a reader without a mandate.
        CategoryCode[] classes = [.. DefaultCategories.Tree.Classes.Where(c => !c.Sensitive).Select(c => c.Code)];
        for (var row = 0; row < RowsPerWeek; row++)
        {
            var (rest, daypart) = Math.DivRem(row, Dayparts.Length);
            (rest, var weekday) = Math.DivRem(rest, 8);
            var (place, category) = Math.DivRem(rest, classes.Length);
            var area = $"BU{Municipality[2..]}{place / 3:00}{place % 3:00}";
            var day = weekday == 0 ? "" : weekday.ToString(CultureInfo.InvariantCulture);
            var count = row == 0 ? 1 + statement : 1;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{week};2021;{area};{classes[category]};{day};{Dayparts[daypart]};{count}");
        }
    }
}
