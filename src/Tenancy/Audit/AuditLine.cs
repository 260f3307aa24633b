using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Twente.Igw.Tenancy;

/// <summary>
/// One line of an audit chain. Each line carries the hash of the one before, so a line cannot be changed, removed or
/// put in between without every later hash failing.
/// </summary>
internal sealed class AuditLine
{
    /// <summary>Of a subject or purpose.</summary>
    internal const int LongestText = 300;

    public required long Number { get; init; }

    public required DateTime At { get; init; }

    public required string Event { get; init; }

    public required string Result { get; init; }

    public required string Actor { get; init; }

    public required string Origin { get; init; }

    public required string Subject { get; init; }

    public required string Purpose { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public static AuditLine Next(AuditHead head, AuditEvent what, Actor actor, DateTime at)
    {
        var rounded = StoredForms.Stored(at);
        var line = new AuditLine
        {
            Number = head.Number + 1, At = rounded, Event = what.Name, Result = what.Result, Actor = actor.Name,
            Origin = actor.Origin, Subject = Fitting(what.Subject), Purpose = Fitting(what.Purpose),
            PreviousHash = head.Hash, Hash = "",
        };
        return line.Sealed();
    }

    /// <summary>
    /// Lower-case hex SHA-256 over every field, each preceded by its length so that none can run into the next.
    /// </summary>
    public string ComputeHash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in (ReadOnlySpan<long>)[Number, At.Ticks])
        {
            BinaryPrimitives.WriteInt64BigEndian(number, value);
            sha.AppendData(number);
        }
        foreach (var text in (ReadOnlySpan<string>)[Event, Result, Actor, Origin, Subject, Purpose, PreviousHash])
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt64BigEndian(number, bytes.Length);
            sha.AppendData(number);
            sha.AppendData(bytes);
        }
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    public static void Map(ModelBuilder model) => model.Entity<AuditLine>(line =>
    {
        line.ToTable("AuditLine");
        line.HasKey(l => l.Number);
        line.Property(l => l.Number).ValueGeneratedNever();
        line.Property(l => l.Event).HasMaxLength(64);
        line.Property(l => l.Result).HasMaxLength(64);
        line.Property(l => l.Actor).HasMaxLength(100);
        line.Property(l => l.Origin).HasMaxLength(64);
        line.Property(l => l.Subject).HasMaxLength(LongestText);
        line.Property(l => l.Purpose).HasMaxLength(LongestText);
        line.Property(l => l.PreviousHash).HasMaxLength(64);
        line.Property(l => l.Hash).HasMaxLength(64);
    });

    /// <summary>
    /// What somebody made too long is cut, or the event would not be on the record at all; and no text can look like a
    /// line of its own where lines are listed.
    /// </summary>
    private static string Fitting(string text)
    {
        var length = Math.Min(text.Length, LongestText);
        if (length < text.Length && char.IsHighSurrogate(text[length - 1]))
            length--;
        return new string([.. text.Take(length).Select(c => char.IsControl(c) ? ' ' : c)]);
    }

    private AuditLine Sealed() => new()
    {
        Number = Number, At = At, Event = Event, Result = Result, Actor = Actor, Origin = Origin,
        Subject = Subject, Purpose = Purpose, PreviousHash = PreviousHash, Hash = ComputeHash(),
    };
}
