using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>How far the figures of a page go, and what is missing from them.</summary>
internal sealed record FigureState
{
    /// <summary>The newest counting week; null while nothing was delivered.</summary>
    public required IsoWeek? Stand { get; init; }

    /// <summary>When the newest accepted delivery came in, UTC.</summary>
    public required DateTime? ReceivedAt { get; init; }

    /// <summary>Weeks of the shown period that were never delivered.</summary>
    public IReadOnlyList<IsoWeek> Missing { get; init; } = [];

    /// <summary>Whether counts below twenty are shown as a class.</summary>
    public bool InClasses { get; init; }

    /// <summary>Whether figures and borders are invented, for the demonstration.</summary>
    public required bool Fictitious { get; init; }

    /// <summary>Whose borders a map of this boundary year shows.</summary>
    public string Borders(int boundaryYear) => Fictitious
        ? "verzonnen grenzen, fictieve gegevens"
        : $"grenzen CBS/Kadaster {boundaryYear}, CC BY 4.0";

    /// <summary>"t/m week 46, ontvangen 16-11-2026".</summary>
    public string? Known => Stand is not { } stand
        ? null
        : ReceivedAt is { } at
            ? $"t/m week {stand.Week} van {stand.Year}, ontvangen {DutchClock.Of(at):dd-MM-yyyy}"
            : $"t/m week {stand.Week} van {stand.Year}";
}
