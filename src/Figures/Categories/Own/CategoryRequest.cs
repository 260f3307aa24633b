using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A class as somebody wishes it to be from a day on; what is null stays as it is.</summary>
public sealed record CategoryRequest
{
    public required CategoryCode Code { get; init; }

    public string? Title { get; init; }

    public CategoryCode? Group { get; init; }

    public CategoryOrigin? Origin { get; init; }

    public Denominator? Denominator { get; init; }

    /// <summary>Of a new class only; of one that is there it is changed by <see cref="SetSensitivity"/>.</summary>
    public Sensitivity? Sensitivity { get; init; }

    public required DateOnly From { get; init; }

    public required string Reason { get; init; }

    /// <summary>The row that states a line from this day on.</summary>
    internal CategoryChange State(
        CategoryClass line, CategoryAct act, CategoryBook book, ChangeMoment moment, Actor actor) => new()
        {
            Number = book.Changes.NextNumber(), Version = moment.Version, At = moment.At, From = From, By = actor.Name,
            Reason = Reason.Trim(), Subject = CategorySubject.Class, Act = act, Code = Code.Code, Title = line.Title,
            Group = line.Group.Code, Origin = line.Origin, Denominator = line.Denominator,
            SensitiveLevel = line.Sensitivity?.Level, SensitivePeriod = line.Sensitivity?.Period,
        };
}
