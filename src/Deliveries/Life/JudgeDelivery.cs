using Twente.Igw.Figures;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>Decides on a file: name, agreement, size, manifest, every row, and whether it is plausible.</summary>
internal sealed class JudgeDelivery(
    ICurrentTenant current, FindAgreement agreements, FindKnownCodes known, CategoryTree categories,
    WeighPlausibility weigh)
{
    public async Task<bool> IsTooLarge(DeliveredFile file, CancellationToken cancel)
    {
        var agreement = await agreements.Execute(file.Supplier, ContractName.PolitieWeek, cancel);
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
        var read = PolitieWeekFileName.Read(file.FileName);
        if (read.Name is not { } name)
            return Judgement.Refused(read.Finding!);
        if (name.Municipality.Code != current.Tenant.Id.Code)
            return Judgement.Refused(Finding.OfFile("file.municipality", file.FileName)) with { Name = name };
        var agreement = await agreements.Execute(file.Supplier, ContractName.PolitieWeek, cancel);
        if (agreement is null)
            return Judgement.Refused(Finding.OfFile("agreement.none", file.Supplier)) with { Name = name };
        if (file.Bytes > agreement.SizeLimit)
            return Judgement.Refused(Finding.OfFile("file.too-large", $"{file.Bytes} bytes")) with { Name = name };
        var order = Ordering.Read(agreement, file, number);
        if (order.Finding is not null)
            return Judgement.Refused(order.Finding) with { Name = name };
        var judged = await Rows(db, file, name, personHasLooked, cancel);
        return judged with { Name = name, OrderKey = order.Key };
    }

    private async Task<Judgement> Rows(
        TenantDb db, DeliveredFile file, PolitieWeekFileName name, bool personHasLooked, CancellationToken cancel)
    {
        var bytes = await File.ReadAllBytesAsync(file.Path, cancel);
        var check = PolitieWeekCheck.Check(bytes, name, await known.Execute(cancel), cancel);
        var findings = check.Findings;
        if (file.Manifest is { } text && Manifest.Read(text) is { Manifest: { } manifest })
            findings.AddRange(manifest.Compare(file.FileName, file.Bytes, file.Sha256, check.Rows));
        if (findings.Count > 0)
            return new Judgement(DeliveryState.Refused, findings) { Checked = check };

        var groups = GroupTotal.Of(check, categories);
        var feed = new Feed(ContractName.PolitieWeek, file.Supplier);
        findings.AddRange(await weigh.Execute(db, feed, name.Weeks, check, groups, cancel));
        var implausible = findings.Kept.Any(f => f.Code.StartsWith("plausibility.", StringComparison.Ordinal));
        var state = implausible && !personHasLooked ? DeliveryState.Held : DeliveryState.Accepted;
        return new Judgement(state, findings) { Checked = check, Groups = groups };
    }
}
