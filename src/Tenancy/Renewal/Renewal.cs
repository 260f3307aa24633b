namespace Twente.Igw.Tenancy;

/// <summary>How a tenant's database is to be made anew.</summary>
public sealed record Renewal
{
    /// <summary>Name of the event in both audit chains: <c>tenant.restored</c>.</summary>
    public required string Event { get; init; }

    /// <summary>What it is made from, in words a functionaris gegevensbescherming can read.</summary>
    public required string Source { get; init; }

    /// <summary>The schema in which it is filled; the program's own when not given.</summary>
    public string? Schema { get; init; }

    /// <summary>Fills the empty database, before it is brought to the program's schema.</summary>
    public required Func<EmptyDatabase, CancellationToken, Task> Fill { get; init; }

    public required RenewalRequest Request { get; init; }
}

/// <summary>A database without rows, in a tenant that nobody else can open.</summary>
/// <param name="Scope">Work for this tenant.</param>
/// <param name="Kept">The copy of what was there before; null when that could not be read.</param>
public sealed record EmptyDatabase(TenantScope Scope, BackupFile? Kept);

/// <summary>Who asked, and what goes on around it.</summary>
/// <param name="Actor">Who asked for it.</param>
/// <param name="Settle">
/// How long work that was begun before the tenant was closed may take; longer than a process takes to see the
/// catalogue.
/// </param>
/// <param name="Tell">Told what is being done.</param>
public sealed record RenewalRequest(Actor Actor, TimeSpan Settle, Action<string> Tell);

/// <summary>
/// What a capability does in a database that came back, before anybody reads it; in one change with the line in the
/// audit chain.
/// </summary>
/// <param name="Capability">Name of the contributing project; steps are taken in this order.</param>
/// <param name="Take">The step.</param>
public sealed record RenewalStep(
    string Capability, Func<TenantScope, AuditedChange<TenantDb>, CancellationToken, Task> Take);
