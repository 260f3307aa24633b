using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Isolation.Tests.Doors;

/// <summary>The doors of files and of what a process remembers.</summary>
public sealed class FileAndMemoryDoorTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("../gm0164/file.csv")]
    [InlineData("..")]
    [InlineData("../../drop/gm0164/file.csv")]
    [InlineData("a/b/c.csv")]
    [InlineData("a/../../gm0164")]
    [InlineData("/etc/passwd")]
    [InlineData("a\\b.csv")]
    [InlineData("C:file.csv")]
    [InlineData("a\0.csv")]
    [InlineData("")]
    public async Task A_file_name_never_leads_out_of_the_own_folder(string name)
    {
        await using var towns = await TwoTowns.On(Engine.Sqlite);
        await using var scope = await towns.Platform.Open(TestPlatform.Enschede, Cancel);

        foreach (var place in Enum.GetValues<TenantPlace>())
            Assert.Throws<ForeignPathException>(() => scope.Get<TenantFiles>().PathOf(place, name));
    }

    [Fact]
    public async Task Each_gemeente_has_folders_of_its_own()
    {
        await using var towns = await TwoTowns.On(Engine.Sqlite);
        await using var enschede = await towns.Platform.Open(TestPlatform.Enschede, Cancel);
        await using var hengelo = await towns.Platform.Open(TestPlatform.Hengelo, Cancel);

        foreach (var place in Enum.GetValues<TenantPlace>())
            Assert.NotEqual(enschede.Get<TenantFiles>().Folder(place), hengelo.Get<TenantFiles>().Folder(place));
    }

    [Fact]
    public async Task What_is_remembered_for_one_is_not_found_by_another()
    {
        await using var towns = await TwoTowns.On(Engine.Sqlite);
        await using var enschede = await towns.Platform.Open(TestPlatform.Enschede, Cancel);
        await using var hengelo = await towns.Platform.Open(TestPlatform.Hengelo, Cancel);

        Assert.Equal("Enschede", enschede.Get<TenantCache>().GetOrAdd(() => "Enschede"));
        Assert.Equal("Hengelo", hengelo.Get<TenantCache>().GetOrAdd(() => "Hengelo"));
        Assert.Equal("Enschede", enschede.Get<TenantCache>().GetOrAdd(() => "other"));
    }

    [Fact]
    public async Task A_scope_never_changes_gemeente()
    {
        await using var towns = await TwoTowns.On(Engine.Sqlite);
        await using var enschede = await towns.Platform.Open(TestPlatform.Enschede, Cancel);
        await using var hengelo = await towns.Platform.Open(TestPlatform.Hengelo, Cancel);

        Assert.Throws<TenantAlreadySetException>(() => enschede.Get<ICurrentTenant>().Set(hengelo.Tenant));
    }
}
