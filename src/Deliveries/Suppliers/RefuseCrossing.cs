using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Puts on the platform's record that a supplier asked for something outside its reach.</summary>
public sealed class RefuseCrossing(CatalogueChanges changes)
{
    private const int LongestPath = 120;

    /// <param name="path">What was asked, without a query.</param>
    /// <param name="actor">Who asked.</param>
    /// <param name="cancel">Ends the work.</param>
    public async Task Execute(string path, Actor actor, CancellationToken cancel)
    {
        var asked = PrintableValue.Of(path);
        await using var change = await changes.Begin(cancel);
        change.Record(
            new AuditEvent("access.refused", $"Deliver · {asked[..Math.Min(asked.Length, LongestPath)]}", "geweigerd"),
            actor);
        await change.Commit(cancel);
    }
}
