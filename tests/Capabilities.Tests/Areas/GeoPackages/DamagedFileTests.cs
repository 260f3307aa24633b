using CsCheck;
using Twente.Igw.Areas;
using Twente.Igw.Testing;
using Xunit;
using Outcome = Twente.Igw.Areas.ImportAreas.Outcome;

namespace Twente.Igw.Capabilities.Tests.Areas;

public abstract class DamagedFileTests(Engine engine)
{
    public sealed class OnSqlite() : DamagedFileTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : DamagedFileTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : DamagedFileTests(Engine.SqlServer);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "het is leeg")]
    [InlineData("SQLite format", "het is geen GeoPackage")]
    [InlineData("code;naam\nGM0153;Enschede\n", "het is geen GeoPackage")]
    [InlineData("PK\u0003\u0004 en verder", "het is een zip-bestand; pak het eerst uit")]
    [InlineData("SQLite format 3\0 en verder niets", "het is beschadigd of onvolledig; haal het opnieuw op")]
    public async Task Says_what_a_file_is_when_it_is_no_GeoPackage(string contents, string rule)
    {
        await using var trial = await AreasOnTrial.Start(engine);
        await File.WriteAllTextAsync(trial.File, contents, Cancel);

        var refused = Assert.IsType<Outcome.Refused>(await trial.Import());

        Assert.Equal(rule, Assert.Single(refused.Findings).Rule);
    }

    [Fact]
    public async Task Says_that_a_file_is_not_there()
    {
        await using var trial = await AreasOnTrial.Start(engine);

        foreach (var path in new[] { trial.File + ".weg", trial.Platform.Data.Root, "", "\0" })
            Assert.IsType<Outcome.Refused>(await trial.Import(path));
    }

    [Fact]
    public async Task Reads_a_file_whatever_its_name_and_writes_nothing_beside_it()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        var folder = Directory.CreateDirectory(Path.Combine(trial.Platform.Data.Root, "a b?c#d%20&é;=")).FullName;
        var file = GeoPackageFile.Write(Path.Combine(folder, "x.gpkg"));

        Assert.IsType<Outcome.Imported>(await trial.Import(file));

        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task A_file_that_another_program_is_writing_is_refused()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        GeoPackageFile.Write(trial.File);
        await File.WriteAllTextAsync(trial.File + "-wal", "x", Cancel);

        var refused = Assert.IsType<Outcome.Refused>(await trial.Import());

        Assert.Contains("sluit dat eerst", Assert.Single(refused.Findings).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_short_anywhere_is_refused_and_changes_nothing()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        var whole = await File.ReadAllBytesAsync(GeoPackageFile.Write(trial.File), Cancel);
        var before = await trial.State();

        Gen.Int[0, whole.Length - 1].Sample(
            length =>
            {
                File.WriteAllBytes(trial.File, whole[..length]);
                return Read(trial) is null;
            },
            iter: 200, threads: 1);

        Assert.Equal(before, await trial.State());
    }

    /// <summary>A flipped byte may well leave a good file: in a name, or a border moved by a hair.</summary>
    [Fact]
    public async Task A_file_with_flipped_bytes_never_throws()
    {
        await using var trial = await AreasOnTrial.Start(engine);
        var whole = await File.ReadAllBytesAsync(GeoPackageFile.Write(trial.File), Cancel);

        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte[1, 255]).Array[1, 8].Sample(
            flips =>
            {
                var damaged = whole.ToArray();
                foreach (var (place, bits) in flips)
                    damaged[place] ^= bits;
                File.WriteAllBytes(trial.File, damaged);
                Read(trial);
            },
            iter: 300, threads: 1);
    }

    /// <summary>Reads and draws without storing; null when the file was refused, with findings.</summary>
    private static AreaImport? Read(AreasOnTrial trial)
    {
        var findings = new AreaFindings();
        var import = ReadImport.Execute(
            trial.File, new BoundaryFiles(trial.Platform.Data), findings, null, Cancel);
        Assert.Equal(import is null, findings.Any);
        return import;
    }
}
