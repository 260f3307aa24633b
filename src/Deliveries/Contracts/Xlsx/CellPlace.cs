namespace Twente.Igw.Deliveries;

/// <summary>Where a row or cell says it stands: <c>12</c>, <c>C12</c>. A writer may leave it out.</summary>
internal static class CellPlace
{
    public const int MaxColumns = 16_384;

    /// <summary>Number of the row from 1, or null when it does not say.</summary>
    /// <exception cref="InvalidDataException">It says something else.</exception>
    public static int? Row(string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > 0
            ? row
            : throw new InvalidDataException("A row has no number.");
    }

    /// <summary>Number of the column from 0, or null when it does not say.</summary>
    /// <exception cref="InvalidDataException">It says something else, or another row.</exception>
    public static int? Column(string? text, int row)
    {
        if (text is null)
            return null;
        var letters = text.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (letters is not (1 or 2 or 3) || Row(text[letters..]) != row)
            throw new InvalidDataException("A cell has no place in its row.");
        var column = 0;
        foreach (var letter in text.AsSpan(0, letters))
            column = (column * 26) + (letter - 'A' + 1);
        return column - 1;
    }
}
