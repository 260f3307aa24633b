using Twente.Igw.Figures;

namespace Twente.Igw.Web.Api;

/// <summary>All key figures of a gemeente, as the API gives them.</summary>
internal sealed record KeyFigureListing(IReadOnlyList<KeyFigureListItem> Kengetallen)
{
    public static KeyFigureListing Of(KeyFigures figures) =>
        new([.. figures.List.All.Select(f => KeyFigureListItem.Of(f, figures.PeriodsOf(f.Code)))]);
}

/// <summary>One key figure; <c>perioden</c> is empty while nothing of it is known.</summary>
internal sealed record KeyFigureListItem
{
    public required string Code { get; init; }

    public required string Titel { get; init; }

    public required string Eenheid { get; init; }

    public required string Thema { get; init; }

    public required string Bron { get; init; }

    public required string Grondslag { get; init; }

    /// <summary>The finest level it may come in.</summary>
    public required string Niveau { get; init; }

    /// <summary>The shortest period it may come in.</summary>
    public required string Periode { get; init; }

    public required int Drempel { get; init; }

    /// <summary>optelbaar of gemiddelde.</summary>
    public required string Soort { get; init; }

    public required int Decimalen { get; init; }

    /// <summary>cbs of gemeente.</summary>
    public required string Aanlevering { get; init; }

    public required IReadOnlyList<string> Perioden { get; init; }

    public static KeyFigureListItem Of(KeyFigure figure, IReadOnlyList<KeyFigurePeriod> periods) => new()
    {
        Code = figure.Code.Code, Titel = figure.Title, Eenheid = figure.Unit, Thema = figure.Theme,
        Bron = figure.Source, Grondslag = figure.LegalBasis, Niveau = Words.Of(figure.MinimumLevel),
        Periode = Words.Of(figure.MinimumPeriod), Drempel = figure.Threshold, Soort = Words.Of(figure.Adding),
        Decimalen = figure.Decimals, Aanlevering = Words.Of(figure.Origin),
        Perioden = [.. periods.Select(p => p.ToString())],
    };
}
