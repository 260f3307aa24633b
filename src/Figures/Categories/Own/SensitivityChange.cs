using Twente.Igw.Areas;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Figures;

/// <summary>A class that is to be shielded less once a second person approves.</summary>
/// <param name="Code">The class.</param>
/// <param name="Level">The finest level; null when it is to be sensitive no more.</param>
/// <param name="Period">The shortest period; null when it is to be sensitive no more.</param>
/// <param name="Reason">Why, as its row will say.</param>
/// <param name="By">Who asks, as on the record.</param>
/// <param name="Undoes">The change that this takes back; null when it is a change of its own.</param>
public sealed record AskedSensitivity(
    string Code, AreaLevel? Level, PeriodKind? Period, string Reason, string By, long? Undoes)
{
    internal static AskedSensitivity Of(
        CategoryCode code, Sensitivity? to, string reason, Actor by, long? undoes = null) =>
        new(code.Code, to?.Level, to?.Period, reason.Trim(), by.Name, undoes);

    internal Sensitivity? To => Level is { } level && Period is { } period ? new(level, period) : null;
}

/// <summary>Less shielding of a category: a second person decides, as it shows everybody more than before.</summary>
internal sealed class SensitivityChange(TimeProvider time, CubeStore cubes) : ChangeKind<AskedSensitivity>
{
    public override string Name => "sensitivity";

    public override string Word => "gevoeligheid van een categorie";

    protected override string? ObjectionTo(AskedSensitivity given) => CategoryCode.TryParse(given.Code, out _)
        ? null : $"'{given.Code}' klopt niet. Het moet zijn: de code van een categorie.";

    protected override async Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, AskedSensitivity given, CancellationToken cancel)
    {
        var book = await CategoryBook.Read(db, cancel);
        var decision = Decide(given, book, DutchDay.Of(time.GetUtcNow().UtcDateTime), approver: null);
        var line = book.LineOn(DutchDay.Of(time.GetUtcNow().UtcDateTime), CategoryCode.Parse(given.Code));
        return decision.Answer switch
        {
            CategoryOutcome.Unchanged => [],
            // No longer what was asked: who approves has to see it anew.
            CategoryOutcome.Refused { Sentence: var sentence } => [new(given.Code, sentence, "")],
            _ => [new($"{line?.Title} ({given.Code})", Written(line?.Sensitivity), Written(given.To))],
        };
    }

    protected override async Task Apply(
        AuditedChange<TenantDb> change, AskedSensitivity given, Actor actor, CancellationToken cancel)
    {
        var decision = Decide(
            given, await CategoryBook.Read(change.Db, cancel), DutchDay.Of(change.At), new Approver(actor.Name));
        if (decision.Row is { } row)
            await AlterCategories.Add(change, row, actor, cancel);
    }

    protected override Task Finish(
        Guid request, AskedSensitivity given, string askedBy, CancellationToken cancel) =>
        cubes.RefreshIfLoaded(cancel);

    private static CategoryDecision Decide(
        AskedSensitivity given, CategoryBook book, DateOnly today, Approver? approver)
    {
        var by = new Actor(given.By, "website");
        return given.Undoes is { } number
            ? UndoCategoryChange.Decide(number, given.Reason, book, today, (by, approver))
            : SetSensitivity.Decide(
                new(CategoryCode.Parse(given.Code), given.To, given.Reason, by, approver), book, today);
    }

    private static string Written(Sensitivity? sensitivity) => sensitivity?.ToString() ?? "niet gevoelig";
}
