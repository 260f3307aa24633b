using Microsoft.EntityFrameworkCore;
using Twente.Igw.Areas;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Areas;

/// <summary>An empty platform and a GeoPackage to import into it.</summary>
internal sealed class AreasOnTrial : IAsyncDisposable
{
    public static readonly AreaCode Enschede = AreaCode.Parse("GM0153");
    public static readonly AreaCode Hengelo = AreaCode.Parse("GM0164");

    private AreasOnTrial(TestPlatform platform) => Platform = platform;

    public TestPlatform Platform { get; }

    public string File => Path.Combine(Platform.Data.Root, "gebieden.gpkg");

    public AreaRegistry Registry => Platform.Get<AreaRegistry>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<AreasOnTrial> Start(Engine engine) =>
        new(await TestPlatform.Start(engine, Cancel));

    /// <summary>Imports; the file is written first when it is not there.</summary>
    public async Task<ImportAreas.Outcome> Import(string? file = null)
    {
        file ??= System.IO.File.Exists(File) ? File : GeoPackageFile.Write(File);
        return await Platform.Get<ImportAreas>().Execute(file, Actor.CommandLine, null, Cancel);
    }

    public async Task<MunicipalityAreas> Areas(AreaCode municipality, int year = 2021) =>
        (await Registry.Find(municipality, year, Cancel))!;

    public async Task<MunicipalityBoundaries> Boundaries(AreaCode municipality, int year = 2021) =>
        (await Platform.Get<Boundaries>().Find(municipality, year, Cancel))!;

    /// <summary>Everything an import may change: rows, version, audit and files.</summary>
    public async Task<string> State()
    {
        await using var db = await Platform.Get<IDbContextFactory<CatalogueDb>>().CreateDbContextAsync(Cancel);
        var imports = await db.BoundaryImports.OrderBy(i => i.BoundaryYear).ThenBy(i => i.Municipality)
            .Select(i => i.Municipality + i.Content + i.SourceSha256).ToListAsync(Cancel);
        var areas = await db.Areas.OrderBy(a => a.BoundaryYear).ThenBy(a => a.Code)
            .Select(a => a.Code + a.Name).ToListAsync(Cancel);
        var audited = await db.Audit.CountAsync(Cancel);
        var files = Directory.EnumerateFiles(Platform.Data.Areas, "*", SearchOption.AllDirectories).Order();
        string[] all = [$"{await db.ReadVersion(Cancel)} {audited}", .. imports, .. areas, .. files];
        return string.Join('\n', all);
    }

    public ValueTask DisposeAsync() => Platform.DisposeAsync();
}
