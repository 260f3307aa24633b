namespace Twente.Igw.Figures;

/// <summary>
/// A value in one of three states: not known, zero, or another number. Kept in hundredths, so that every database
/// orders and adds it exactly; <c>default</c> is not known and never zero.
/// </summary>
public readonly record struct KeyFigureValue
{
    private readonly long _hundredths;

    private KeyFigureValue(long hundredths) => (_hundredths, IsKnown) = (hundredths, true);

    /// <summary>Not delivered, empty at the source, or kept to itself by the source.</summary>
    public static readonly KeyFigureValue NotKnown;

    public bool IsKnown { get; }

    /// <exception cref="InvalidOperationException">The value is not known.</exception>
    public long Hundredths =>
        IsKnown ? _hundredths : throw new InvalidOperationException("A value that is not known is no number.");

    /// <summary>The number; null when it is not known.</summary>
    public double? Number => IsKnown ? _hundredths / 100d : null;

    public static KeyFigureValue OfHundredths(long hundredths) => new(hundredths);

    public static KeyFigureValue Of(int whole) => new(whole * 100L);

    /// <summary>The two together; not known as soon as one of them is.</summary>
    public KeyFigureValue Plus(KeyFigureValue other) =>
        IsKnown && other.IsKnown ? new(checked(_hundredths + other._hundredths)) : NotKnown;
}
