using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twente.Igw.Tenancy;

/// <summary>One thing that would change.</summary>
/// <param name="Label">What it is called on screens.</param>
/// <param name="Before">What holds now.</param>
/// <param name="After">What would hold.</param>
public sealed record ChangedValue(string Label, string Before, string After)
{
    public override string ToString() => $"{Label}: {Before} → {After}";
}

/// <summary>
/// A kind of change that needs a second person. A capability contributes each of its kinds as a
/// <see cref="ChangeKind{TGiven}"/>; the set is closed and each knows how to describe and apply itself.
/// </summary>
public abstract class ChangeKind
{
    /// <summary>Stable name, as stored: <c>retention</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The Dutch word of screens and of the record.</summary>
    public abstract string Word { get; }

    internal abstract Type Given { get; }

    internal abstract string? ObjectionTo(string given);

    internal abstract Task<IReadOnlyList<ChangedValue>> Compare(TenantDb db, string given, CancellationToken cancel);

    internal abstract Guid? AboutOf(string given);

    internal abstract Task Apply(
        AuditedChange<TenantDb> change, string given, Actor actor, CancellationToken cancel);

    internal abstract Task Finish(Guid request, string given, string askedBy, CancellationToken cancel);
}

/// <summary>A kind of change, by the record that says what is asked.</summary>
/// <typeparam name="TGiven">A record of plain values; it is kept as JSON until somebody decides.</typeparam>
public abstract class ChangeKind<TGiven> : ChangeKind where TGiven : notnull
{
    /// <summary>Letters stay letters, so that what fits a form fits its column.</summary>
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
    };

    internal sealed override Type Given => typeof(TGiven);

    /// <summary>Why this cannot be, as a Dutch sentence; null when it can. Asked again on approval.</summary>
    protected abstract string? ObjectionTo(TGiven given);

    /// <summary>What would change now; nothing when it says so already.</summary>
    protected abstract Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, TGiven given, CancellationToken cancel);

    /// <summary>Makes it so within the change, and puts it on the record.</summary>
    protected abstract Task Apply(
        AuditedChange<TenantDb> change, TGiven given, Actor actor, CancellationToken cancel);

    /// <summary>The account it is about, where it is about one.</summary>
    protected virtual Guid? AboutOf(TGiven given) => null;

    /// <summary>What follows outside the tenant's database, after the change was committed. Safe to repeat.</summary>
    /// <param name="request">Id of the request.</param>
    /// <param name="given">What was asked.</param>
    /// <param name="askedBy">By whom, as on the record.</param>
    /// <param name="cancel">Ends the work.</param>
    protected virtual Task Finish(Guid request, TGiven given, string askedBy, CancellationToken cancel) =>
        Task.CompletedTask;

    internal static string Write(TGiven given) => JsonSerializer.Serialize(given, Form);

    internal sealed override string? ObjectionTo(string given) => ObjectionTo(Read(given));

    internal sealed override Guid? AboutOf(string given) => AboutOf(Read(given));

    internal sealed override Task<IReadOnlyList<ChangedValue>> Compare(
        TenantDb db, string given, CancellationToken cancel) => Compare(db, Read(given), cancel);

    internal sealed override Task Apply(
        AuditedChange<TenantDb> change, string given, Actor actor, CancellationToken cancel) =>
        Apply(change, Read(given), actor, cancel);

    internal sealed override Task Finish(Guid request, string given, string askedBy, CancellationToken cancel) =>
        Finish(request, Read(given), askedBy, cancel);

    private static TGiven Read(string given) => JsonSerializer.Deserialize<TGiven>(given, Form)!;
}
