using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// A change that somebody asked for and that takes effect once a second person approves it. Never changed but to
/// decide about it.
/// </summary>
internal sealed class ChangeRequest
{
    /// <summary>So long somebody may decide about it.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromDays(30);

    public const int LongestWhy = 300;

    public required Guid Id { get; init; }

    /// <summary>Name of its <see cref="ChangeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>What is asked, as its kind reads and writes it.</summary>
    public required string Given { get; init; }

    /// <summary>The account it is about; null when it is about the gemeente.</summary>
    public Guid? About { get; init; }

    /// <summary>What would change, as it was when it was asked: a list of <see cref="ChangedValue"/>.</summary>
    public required string Values { get; init; }

    public required string Why { get; init; }

    public required DateTime AskedAt { get; init; }

    /// <summary>Account of who asks; null at the command line.</summary>
    public Guid? AskedById { get; init; }

    public required string AskedBy { get; init; }

    /// <summary>In which roles.</summary>
    public required string AskedAs { get; init; }

    public required ChangeState State { get; set; }

    public DateTime? DecidedAt { get; set; }

    public Guid? DecidedById { get; set; }

    public string DecidedBy { get; set; } = "";

    public string Reason { get; set; } = "";

    /// <summary>When everything it causes outside this database was done; null until then.</summary>
    public DateTime? FinishedAt { get; set; }

    public bool IsOpenAt(DateTime now) => State == ChangeState.Open && now < AskedAt + Valid;

    public static void Map(ModelBuilder model) => model.Entity<ChangeRequest>(request =>
    {
        request.ToTable("ChangeRequest");
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Kind).HasMaxLength(40);
        request.Property(r => r.Given).HasMaxLength(2000);
        request.Property(r => r.Values).HasMaxLength(4000);
        request.Property(r => r.Why).HasMaxLength(LongestWhy);
        request.Property(r => r.AskedBy).HasMaxLength(100);
        request.Property(r => r.AskedAs).HasMaxLength(200);
        request.Property(r => r.State).HasConversion<string>().HasMaxLength(16);
        request.Property(r => r.DecidedBy).HasMaxLength(100);
        request.Property(r => r.Reason).HasMaxLength(LongestWhy);
        request.HasIndex(r => r.State);
    });
}

/// <summary>What became of a change that was asked for.</summary>
public enum ChangeState
{
    /// <summary>Waits for a second person.</summary>
    Open,
    Approved,
    Rejected,

    /// <summary>Nobody decided in time.</summary>
    Expired,

    /// <summary>By who asked for it.</summary>
    TakenBack,

    /// <summary>In force without a second person: at the command line of a platform on one machine.</summary>
    Alone,
}
