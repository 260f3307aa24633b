using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Testing;

/// <summary>What tests do with drop zones in blob storage, in one line each.</summary>
public static class BlobPlatform
{
    /// <summary>A platform with Enschede, whose files lie in the emulator.</summary>
    public static async Task<TestPlatform> WithEnschede(
        Engine engine, CancellationToken cancel, IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Azurite? azurite = null, int? port = null)
    {
        azurite ??= await Azurite.Shared;
        return await TestPlatform.WithEnschede(engine, cancel, azurite.Settings(port).Concat(settings ?? []));
    }

    extension(TestPlatform platform)
    {
        /// <summary>The storage itself, as whoever looks after the account sees it.</summary>
        public BlobServiceClient Blobs => platform.Services.GetRequiredService<BlobServiceClient>();

        /// <summary>Puts a file into a gemeente's drop zone, as a supplier with access to it does.</summary>
        public Task Drop(WeekFile file, CancellationToken cancel, string folder = "") =>
            platform.Drop(file.Municipality, folder + file.Name, System.Text.Encoding.UTF8.GetBytes(file.Text), cancel);

        public async Task Drop(string tenant, string name, byte[] content, CancellationToken cancel) =>
            await platform.Blobs.GetBlobContainerClient($"drop-{tenant.ToLowerInvariant()}").GetBlobClient(name)
                .UploadAsync(new BinaryData(content), overwrite: true, cancel);

        /// <summary>Names of what lies in a place.</summary>
        public async Task<IReadOnlyList<string>> Lying(
            TenantPlace place, CancellationToken cancel, TenantId? tenant = null)
        {
            await using var scope = await platform.Open(tenant ?? TestPlatform.Enschede, cancel);
            return [.. (await scope.Get<TenantFiles>().List(place, cancel)).Select(f => f.Name)];
        }

        /// <summary>Looks through the drop zone once and deals with what is found.</summary>
        public async Task<int> LookAndSettle(CancellationToken cancel, TenantId? tenant = null)
        {
            await using var scope = await platform.Open(tenant ?? TestPlatform.Enschede, cancel);
            var found = await scope.Get<FindArrivals>().Execute(cancel);
            await scope.Get<SettleArrivals>().Execute(long.MaxValue, cancel);
            return found;
        }

        public async Task<IReadOnlyList<DeliveryLine>> Deliveries(
            CancellationToken cancel, TenantId? tenant = null)
        {
            await using var scope = await platform.Open(tenant ?? TestPlatform.Enschede, cancel);
            return await scope.Get<ListDeliveries>().Execute(cancel);
        }
    }
}
