using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Decides on a file: name, agreement, size, manifest, every row, and whether it is plausible.</summary>
internal sealed class JudgeDelivery(
    ICurrentTenant current, FindAgreement agreements, Contracts contracts, RecogniseFile recognise, ApplyMapping apply)
{
    /// <summary>The file with the mapping it goes through now.</summary>
    public Task<DeliveredFile> Recognise(DeliveredFile file, CancellationToken cancel) =>
        recognise.Execute(file, cancel);

    /// <summary>The file with the mapping it went through when the delivery was judged last.</summary>
    public Task<DeliveredFile> AsBefore(DeliveredFile file, Delivery delivery, CancellationToken cancel) =>
        recognise.AsBefore(file, delivery, cancel);

    public async Task<bool> IsTooLarge(DeliveredFile file, CancellationToken cancel)
    {
        var agreement = contracts.Of(file) is { } contract
            ? await agreements.Execute(file.Supplier, contract.Name, cancel)
            : null;
        return file.Bytes > (agreement?.SizeLimit ?? Agreement.DefaultSizeLimit);
    }

    /// <param name="db">The tenant's database, under its lock.</param>
    /// <param name="number">The delivery's number.</param>
    /// <param name="file">What was delivered.</param>
    /// <param name="personHasLooked">An analist has accepted it: what is implausible is a warning then.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task<Judgement> Execute(
        TenantDb db, long number, DeliveredFile file, bool personHasLooked, CancellationToken cancel)
    {
        if (WrongBeforeReading(file) is { } wrong)
            return Judgement.Refused(wrong) with { Contract = contracts.Of(file) };
        if (contracts.Of(file) is not { } contract)
            return Judgement.Refused(file.Unrecognised ?? contracts.Objection(file.FileName));
        var judged = file.Mapping is null
            ? await Named(contract, db, number, file, cancel)
            : (await Agreed(contract, db, number, file, cancel)) with { Contract = contract, Mapping = file.Mapping };
        return judged.State == DeliveryState.Held && personHasLooked
            ? judged with { State = DeliveryState.Accepted }
            : judged;
    }

    /// <summary>What refuses a file whatever its rows say.</summary>
    private static Finding? WrongBeforeReading(DeliveredFile file) => file.Malware is { } name
        ? Finding.OfFile(FindingCode.MalwareFound, name)
        : file.Grant?.Objection(file);

    private async Task<Judgement> Named(
        Contract contract, TenantDb db, long number, DeliveredFile file, CancellationToken cancel)
    {
        var name = contract.Read(file.FileName);
        if (name.Finding is not null)
            return Judgement.Refused(name.Finding) with { IsForOthers = name.IsForSeveral };
        if (name.Municipality is { } about && about.Code != current.Tenant.Id.Code)
        {
            var elsewhere = Finding.OfFile(FindingCode.FileMunicipality, file.FileName);
            return Judgement.Refused(elsewhere) with { IsForOthers = true, Contract = contract, Weeks = name.Weeks };
        }

        return await Agreed(contract, db, number, file, cancel) with { Contract = contract, Weeks = name.Weeks };
    }

    private async Task<Judgement> Agreed(
        Contract contract, TenantDb db, long number, DeliveredFile file, CancellationToken cancel)
    {
        var agreement = await agreements.Execute(file.Supplier, contract.Name, cancel);
        if (agreement is null)
            return Judgement.Refused(Finding.OfFile(FindingCode.AgreementNone, file.Supplier));
        if (file.Bytes > agreement.SizeLimit)
            return Judgement.Refused(Finding.OfFile(FindingCode.FileTooLarge, $"{file.Bytes} bytes"));
        var order = Ordering.Read(agreement, file, number);
        if (order.Finding is not null)
            return Judgement.Refused(order.Finding);
        return await (file.Mapping is null
            ? Rows(contract, db, file, cancel)
            : Mapped(contract, db, file, cancel)) with
        { OrderKey = order.Key };
    }

    private async Task<Judgement> Mapped(
        Contract contract, TenantDb db, DeliveredFile file, CancellationToken cancel)
    {
        var mapped = await apply.Execute(file, cancel);
        if (mapped.FileName is null)
        {
            var unread = new UnmappedFile(mapped, null);
            return new Judgement(DeliveryState.Refused, unread.Findings) { Checked = unread };
        }

        var name = contract.Read(mapped.FileName);
        return name.Finding is not null
            ? Judgement.Refused(name.Finding)
            : await Rows(contract, db, file with { Mapped = mapped }, cancel) with { Weeks = name.Weeks };
    }

    private static async Task<Judgement> Rows(
        Contract contract, TenantDb db, DeliveredFile file, CancellationToken cancel)
    {
        var check = await contract.Check(file, cancel);
        var findings = check.Findings;
        if (file.Manifest is { } text && Manifest.Read(text) is { Manifest: { } manifest })
            findings.AddRange(manifest.Compare(
                file.FileName, file.Bytes, file.Sha256, file.Mapped?.SourceRows ?? check.Rows,
                file.Mapping?.Mapping.Contract));
        if (findings.Count > 0)
            return new Judgement(DeliveryState.Refused, findings) { Checked = check };

        findings.AddRange(check.Warnings);
        findings.AddRange(await contract.Weigh(db, file, check, cancel));
        var implausible = findings.Kept.Any(f => f.Code.StartsWith("plausibility.", StringComparison.Ordinal));
        return new Judgement(implausible ? DeliveryState.Held : DeliveryState.Accepted, findings) { Checked = check };
    }
}
