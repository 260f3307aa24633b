using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Lets a supplier upload one file straight to the current tenant's drop zone: an address that can make that one blob,
/// once, within an hour, and nothing else.
/// </summary>
public sealed class GrantUpload
{
    private static readonly TimeSpan Valid = TimeSpan.FromHours(1);

    private readonly TenantChanges _changes;
    private readonly SignUploads _sign;
    private readonly JudgeGrant _judge;

    internal GrantUpload(TenantChanges changes, SignUploads sign, JudgeGrant judge) =>
        (_changes, _sign, _judge) = (changes, sign, judge);

    /// <summary>What is wrong with a request whichever gemeente it is for; null when nothing is.</summary>
    public static Outcome.Refused? ObjectionTo(GrantRequest request) => JudgeGrant.Stated(request);

    public async Task<Outcome> Execute(
        SupplierCode supplier, GrantRequest request, Actor actor, CancellationToken cancel)
    {
        if (await _judge.Execute(supplier, request, cancel) is { } refused)
            return refused;
        var id = Guid.CreateVersion7();
        await using var change = await _changes.Begin(cancel);
        var grant = new UploadGrant
        {
            Id = id, Supplier = supplier.Code, Contract = request.Contract, FileName = request.FileName,
            Bytes = request.Bytes, Sha256 = request.Sha256, Sequence = request.Sequence, IssuedTo = actor.Name,
            IssuedAt = change.At, ExpiresAt = change.At + Valid,
        };
        var address = await _sign.Execute(grant.DropName, Valid, cancel);
        change.Db.UploadGrants.Add(grant);
        change.Record(new AuditEvent("upload.granted", $"toegang {id:N}", request.Contract), actor);
        await change.Commit(cancel);
        return new Outcome.Granted(id, address.Uri, address.ExpiresAt);
    }

    /// <summary>What asking can end in.</summary>
    public abstract record Outcome
    {
        /// <summary>The file may be put at this address, with the header <c>x-ms-blob-type: BlockBlob</c>.</summary>
        public sealed record Granted(Guid Grant, Uri Address, DateTime Until) : Outcome;

        /// <summary>No agreement with this gemeente is in force.</summary>
        public sealed record NoAgreement : Outcome;

        /// <summary>Something that was stated is wrong.</summary>
        /// <param name="Code">Stays the same when the words change.</param>
        /// <param name="Property">Which part of the request.</param>
        /// <param name="Sentence">Why, in Dutch.</param>
        public sealed record Refused(string Code, string Property, string Sentence) : Outcome;
    }
}

/// <summary>What a supplier states about the file it wants to upload.</summary>
/// <param name="Contract">Its contract.</param>
/// <param name="FileName">Its name by the contract.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, lower-case hex.</param>
/// <param name="Sequence">Its place in the supplier's order, where agreed.</param>
public sealed record GrantRequest(string Contract, string FileName, long Bytes, string Sha256, long? Sequence);
