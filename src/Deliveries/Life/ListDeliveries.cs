using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>The current tenant's deliveries, newest first.</summary>
public sealed class ListDeliveries(TenantDb db)
{
    public async Task<IReadOnlyList<DeliveryLine>> Execute(CancellationToken cancel)
    {
        var deliveries = db.Deliveries;
        return await deliveries.AsNoTracking().OrderByDescending(d => d.Number).Select(DeliveryLine.OfRow)
            .ToListAsync(cancel);
    }

    /// <summary>Files that came in and still wait for their turn, oldest first.</summary>
    public async Task<IReadOnlyList<WaitingFile>> Waiting(CancellationToken cancel)
    {
        var arrivals = db.Arrivals;
        return await arrivals.AsNoTracking().Where(a => a.State == ArrivalState.Waiting)
            .OrderBy(a => a.Number).Select(a => new WaitingFile(a.Supplier, a.FileName, a.UnscannedSince))
            .ToListAsync(cancel);
    }
}

/// <summary>A file that came in and waits for its turn.</summary>
/// <param name="Supplier">Who sent it.</param>
/// <param name="File">Its name.</param>
/// <param name="UnscannedSince">Since when it waits for a look for harmful software; null when it does not.</param>
public sealed record WaitingFile(string Supplier, string File, DateTime? UnscannedSince);

/// <summary>One delivery in a list.</summary>
public sealed record DeliveryLine
{
    public required long Number { get; init; }

    public required string Supplier { get; init; }

    /// <summary>Null when the name named no contract.</summary>
    public required string? Contract { get; init; }

    public required string File { get; init; }

    public required long Bytes { get; init; }

    /// <summary>Lower-case hex; empty for a file that was too large to be read.</summary>
    public required string Sha256 { get; init; }

    public required int Rows { get; init; }

    /// <summary>Sum of <c>aantal</c>.</summary>
    public required long Sum { get; init; }

    public required DeliveryState State { get; init; }

    /// <summary>Number of findings, also those beyond the 1,000 that are kept.</summary>
    public required int Findings { get; init; }

    public required DateTime ReceivedAt { get; init; }

    public DateTime? DecidedAt { get; init; }

    /// <summary>It counts, and its supplier asks to take it back.</summary>
    public bool AsksWithdrawal { get; init; }

    /// <summary>First and last week, or null when the name did not say.</summary>
    public WeekRange? Weeks => FirstWeek is { } first && LastWeek is { } last
        ? new WeekRange(IsoWeek.FromNumber(first), IsoWeek.FromNumber(last))
        : null;

    internal int? FirstWeek { get; init; }

    internal int? LastWeek { get; init; }

    internal static readonly Expression<Func<Delivery, DeliveryLine>> OfRow = d => new DeliveryLine
    {
        Number = d.Number, Supplier = d.Supplier, Contract = d.Contract, File = d.FileName, Bytes = d.Bytes,
        Sha256 = d.Sha256, Rows = d.Rows, Sum = d.Sum, State = d.State, Findings = d.FindingCount,
        ReceivedAt = d.ReceivedAt, DecidedAt = d.DecidedAt, FirstWeek = d.FirstWeek, LastWeek = d.LastWeek,
        AsksWithdrawal = d.WithdrawalAskedAt != null && d.State == DeliveryState.Accepted,
    };
}
