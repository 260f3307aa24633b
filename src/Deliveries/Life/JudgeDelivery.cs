using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Decides on a file: name, agreement, size, manifest, every row, and whether it is plausible.</summary>
internal sealed class JudgeDelivery(ICurrentTenant current, FindAgreement agreements, Contracts contracts)
{
    public async Task<bool> IsTooLarge(DeliveredFile file, CancellationToken cancel)
    {
        var agreement = contracts.Of(file.FileName) is { } contract
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
        if (contracts.Of(file.FileName) is not { } contract)
            return Judgement.Refused(contracts.Objection(file.FileName));
        var name = contract.Read(file.FileName);
        if (name.Finding is not null)
            return Judgement.Refused(name.Finding);
        var judged = await Named(contract, name, db, number, file, cancel);
        if (judged.State == DeliveryState.Held && personHasLooked)
            judged = judged with { State = DeliveryState.Accepted };
        return judged with { Contract = contract, Weeks = name.Weeks };
    }

    private async Task<Judgement> Named(
        Contract contract, NameReading name, TenantDb db, long number, DeliveredFile file, CancellationToken cancel)
    {
        if (name.Municipality is { } about && about.Code != current.Tenant.Id.Code)
            return Judgement.Refused(Finding.OfFile(FindingCode.FileMunicipality, file.FileName));
        var agreement = await agreements.Execute(file.Supplier, contract.Name, cancel);
        if (agreement is null)
            return Judgement.Refused(Finding.OfFile(FindingCode.AgreementNone, file.Supplier));
        if (file.Bytes > agreement.SizeLimit)
            return Judgement.Refused(Finding.OfFile(FindingCode.FileTooLarge, $"{file.Bytes} bytes"));
        var order = Ordering.Read(agreement, file, number);
        return order.Finding is not null
            ? Judgement.Refused(order.Finding)
            : await Rows(contract, db, file, cancel) with { OrderKey = order.Key };
    }

    private static async Task<Judgement> Rows(
        Contract contract, TenantDb db, DeliveredFile file, CancellationToken cancel)
    {
        var check = await contract.Check(file, cancel);
        var findings = check.Findings;
        if (file.Manifest is { } text && Manifest.Read(text) is { Manifest: { } manifest })
            findings.AddRange(manifest.Compare(file.FileName, file.Bytes, file.Sha256, check.Rows));
        if (findings.Count > 0)
            return new Judgement(DeliveryState.Refused, findings) { Checked = check };

        findings.AddRange(check.Warnings);
        findings.AddRange(await contract.Weigh(db, file, check, cancel));
        var implausible = findings.Kept.Any(f => f.Code.StartsWith("plausibility.", StringComparison.Ordinal));
        return new Judgement(implausible ? DeliveryState.Held : DeliveryState.Accepted, findings) { Checked = check };
    }
}
