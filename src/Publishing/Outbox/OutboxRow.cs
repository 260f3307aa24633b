using Microsoft.EntityFrameworkCore;
using Twente.Igw.Regional;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Publishing;

/// <summary>
/// Something the region still has to hear. Written with the decision it follows from: the databases of a gemeente and
/// of the region share no transaction.
/// </summary>
internal sealed class OutboxRow
{
    /// <summary>From 1; messages go out in this order.</summary>
    public required long Number { get; init; }

    /// <summary>Tells the message from every other, so that it is applied once.</summary>
    public required Guid Id { get; init; }

    public required DateTime At { get; init; }

    public required string Message { get; init; }

    public DateTime? SentAt { get; set; }

    /// <summary>Why it could not be sent the last time; null when nothing went wrong.</summary>
    public string? Failure { get; set; }
}

internal static class TellRegion
{
    /// <summary>Adds a message within the caller's change; sent by <see cref="SendOutbox"/>.</summary>
    public static async Task Tell(
        this TenantDb db, RegionalMessage message, DateTime at, CancellationToken cancel)
    {
        var outbox = db.Outbox;
        var last = Math.Max(
            await outbox.MaxAsync(o => (long?)o.Number, cancel) ?? 0,
            outbox.Local.Select(o => o.Number).DefaultIfEmpty().Max());
        outbox.Add(new OutboxRow
        {
            Number = last + 1, Id = Guid.CreateVersion7(), At = at, Message = message.Write(),
        });
    }
}
