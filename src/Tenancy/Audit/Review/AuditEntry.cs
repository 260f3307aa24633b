namespace Twente.Igw.Tenancy;

/// <summary>A line of an audit chain, as whoever answers for it reads it.</summary>
public sealed record AuditEntry
{
    /// <summary>From 1; also where a reader that comes again goes on.</summary>
    public required long Number { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    public required string Event { get; init; }

    public required string Result { get; init; }

    /// <summary>Who, pseudonymously.</summary>
    public required string Actor { get; init; }

    /// <summary>Through which door.</summary>
    public required string Origin { get; init; }

    public required string Subject { get; init; }

    public required string Purpose { get; init; }

    /// <summary>Seals the line to the one before.</summary>
    public required string Hash { get; init; }
}

/// <summary>Which lines somebody wants to see; without anything all of them.</summary>
public sealed record AuditFilter
{
    public static AuditFilter All { get; } = new();

    /// <summary>First day, as people in the Netherlands count days.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? Until { get; init; }

    public string? Event { get; init; }

    public string? Actor { get; init; }

    public string? Result { get; init; }

    /// <summary>A part of what was given as purpose.</summary>
    public string? Purpose { get; init; }

    internal IQueryable<AuditLine> Of(IQueryable<AuditLine> lines)
    {
        var (from, until) = (
            From is { } first ? DutchClock.StartOf(first) : DateTime.MinValue,
            Until is { } last ? DutchClock.StartOf(last.AddDays(1)) : DateTime.MaxValue);
        var (what, who, result, purpose) = (Event, Actor, Result, Purpose);
        if (From is not null)
            lines = lines.Where(l => l.At >= from);
        if (Until is not null)
            lines = lines.Where(l => l.At < until);
        if (!string.IsNullOrEmpty(what))
            lines = lines.Where(l => l.Event == what);
        if (!string.IsNullOrEmpty(who))
            lines = lines.Where(l => l.Actor == who);
        if (!string.IsNullOrEmpty(result))
            lines = lines.Where(l => l.Result == result);
        return string.IsNullOrEmpty(purpose) ? lines : lines.Where(l => l.Purpose.Contains(purpose));
    }
}
