using System.Text;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What tests do with files for several gemeenten.</summary>
public static class DistrictDelivering
{
    public const string Week10 = "politie-week-district_twente_2025-W10_2025-W10.csv";

    /// <summary>A platform on which both gemeenten have an agreement for district files.</summary>
    public static async Task<TestPlatform> WithDistrict(Engine engine, CancellationToken cancel)
    {
        var platform = await TestPlatform.WithEnschede(engine, cancel);
        await platform.Add(TestPlatform.Hengelo, "hengelo", cancel);
        await platform.Agree(TestPlatform.Enschede, ContractName.PolitieWeekDistrict, cancel);
        await platform.Agree(TestPlatform.Hengelo, ContractName.PolitieWeekDistrict, cancel);
        return platform;
    }

    public static Task<AgreementOutcome> Agree(
        this TestPlatform platform, TenantId tenant, string contract, CancellationToken cancel,
        OrderKey order = OrderKey.Arrival) => platform.Get<MakeAgreement>().Execute(
        new NewAgreement
        {
            Tenant = tenant, Supplier = SupplierCode.Police, Contract = contract, Terms = new AgreementTerms
            {
                LegalBasis = contract.StartsWith(ContractName.PolitieWeek, StringComparison.Ordinal)
                    ? "Wpg 16"
                    : "AVG 6",
                Purpose = "test", From = new DateOnly(2025, 1, 1), OrderKey = order,
            },
        }, Actor.CommandLine, cancel);

    /// <summary>A district file of week 10 with burglaries by gemeente.</summary>
    public static string Text(params (string Municipality, int Burglaries)[] counts) =>
        TextOf([.. counts.Select(c => WeekFile.Row("2025-W10", c.Municipality, c.Burglaries))]);

    public static string TextOf(params string[] rows) =>
        string.Concat(rows.Prepend(WeekFile.Header).Select(row => row + "\n"));

    public static Task<DistrictOutcome> SubmitDistrict(
        this TestPlatform platform, string text, CancellationToken cancel, string? manifest = null) =>
        platform.SubmitDistrict(Week10, Encoding.UTF8.GetBytes(text), cancel, manifest);

    public static async Task<DistrictOutcome> SubmitDistrict(
        this TestPlatform platform, string name, byte[] file, CancellationToken cancel, string? manifest = null)
    {
        var folder = Directory.CreateTempSubdirectory("igw-district-").FullName;
        try
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, file, cancel);
            if (manifest is not null)
                await File.WriteAllTextAsync(path + ".manifest.json", manifest, cancel);
            return await platform.Get<SubmitDistrictFile>()
                .Execute(SupplierCode.Police, path, Actor.CommandLine, cancel);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
