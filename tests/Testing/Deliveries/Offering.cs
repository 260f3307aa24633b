using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What tests do as a supplier, in one line each.</summary>
public static class Offering
{
    public static readonly Actor Supplier = new("gebruiker-leverancier", "aanleveren");

    public static Task<SupplierReach> Reach(
        this TestPlatform platform, CancellationToken cancel, params string[] suppliers) =>
        platform.Get<FindReach>().Execute(suppliers.ToHashSet(StringComparer.Ordinal), cancel);

    /// <summary>Sends a file as the police would, and has it checked.</summary>
    public static async Task<OpenOffer> Offer(
        this TestPlatform platform, string name, string text, CancellationToken cancel, string? manifest = null)
    {
        var reach = await platform.Reach(cancel, "politie");
        var choice = ChooseAgreement.Of(reach, new AnnouncedFile(name));
        var agreement = ((AgreementChoice.Chosen)choice).Agreement;
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var stored = await platform.Get<StoreOffer>().Execute(agreement, name, content, cancel)
            ?? throw new InvalidOperationException("The file is larger than agreed.");
        var offer = await platform.Get<CheckOffer>().Execute(
            stored, manifest is null ? null : Encoding.UTF8.GetBytes(manifest), cancel);
        return new OpenOffer(offer, agreement);
    }

    public static Task<OpenOffer> Offer(this TestPlatform platform, WeekFile file, CancellationToken cancel) =>
        platform.Offer(file.Name, file.Text, cancel);

    /// <summary>Delivers what was offered, and does the work that follows.</summary>
    public static async Task<long> Deliver(this TestPlatform platform, OpenOffer open, CancellationToken cancel)
    {
        var number = await platform.Get<DeliverOffer>().Execute(open, Supplier, cancel)
            ?? throw new InvalidOperationException("The offered file is gone.");
        if (open.Agreement.IsDistrict)
        {
            await platform.Get<SettleDistrictFiles>().Execute(cancel);
            return number;
        }
        await using var scope = await platform.Open(open.Agreement.Tenant, cancel);
        await scope.Get<SettleArrivals>().Execute(number, cancel);
        return number;
    }
}
