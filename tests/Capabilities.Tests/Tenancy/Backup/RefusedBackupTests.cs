using System.IO.Compression;
using System.Text.Json.Nodes;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Tenancy.Backup;

/// <summary>What is looked at before anything is touched knows no engine: one is enough.</summary>
public sealed class RefusedBackupTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a byte changed", "is geweigerd")]
    [InlineData("cut", "beschadigd of geen reservekopie")]
    [InlineData("no zip", "beschadigd of geen reservekopie")]
    [InlineData("another zip", "geen manifest.json")]
    [InlineData("another form", "geen reservekopie van dit platform")]
    [InlineData("newer form", "nieuwer programma")]
    [InlineData("newer schema", "nieuwer programma")]
    [InlineData("another gemeente", "andere gemeente dan GM0153")]
    [InlineData("manifest changed", "controlegetal van het manifest")]
    [InlineData("row changed", "controlegetal van")]
    [InlineData("part missing", "ontbreekt")]
    [InlineData("part added", "hoort")]
    [InlineData("leads outside", "buiten de mappen")]
    [InlineData("quoted table", "geen gewone namen")]
    [InlineData("not there", "bestaat niet")]
    public async Task A_backup_that_is_not_whole_and_hers_is_refused_and_nothing_changes(string how, string why)
    {
        await using var platform = await RestoreTenantTests.WithHistory(Engine.Sqlite);
        await platform.Backup(Cancel);
        Damage(platform.PathOfBackup(), how);
        var (before, files) =
            (await platform.Checksums(TestPlatform.Enschede, Cancel), platform.FilesOf(TestPlatform.Enschede));

        var refused = await Assert.ThrowsAsync<BackupRefusedException>(() => platform.Restore(Cancel));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Er is niets veranderd.", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await platform.Checksums(TestPlatform.Enschede, Cancel));
        Assert.Equal(files, platform.FilesOf(TestPlatform.Enschede));
    }

    private static void Damage(string path, string how)
    {
        switch (how)
        {
            case "a byte changed":
                var bytes = File.ReadAllBytes(path);
                bytes[bytes.Length / 3] ^= 0x55;
                File.WriteAllBytes(path, bytes);
                break;
            case "cut":
                File.WriteAllBytes(path, File.ReadAllBytes(path)[..^200]);
                break;
            case "no zip":
                File.WriteAllText(path, "geen zip");
                break;
            case "not there":
                File.Delete(path);
                break;
            case "another zip":
                InZip(path, zip => zip.GetEntry(BackupManifest.EntryName)!.Delete());
                break;
            case "row changed":
                InZip(path, zip => Rewrite(zip, "tabellen/Fact.ndjson", text => text.Replace(",60,", ",61,", StringComparison.Ordinal)));
                break;
            case "part missing":
                InZip(path, zip => zip.GetEntry("tabellen/Finding.ndjson")!.Delete());
                break;
            case "part added":
                InZip(path, zip => zip.CreateEntry("bestanden/archive/extra").Open().Dispose());
                break;
            case "another form":
                InZip(path, zip => Rewrite(zip, BackupManifest.EntryName, _ => """{ "vorm": "iets anders" }"""));
                break;
            case "newer form":
                InZip(path, zip => Rewrite(zip, BackupManifest.EntryName, text => text.Replace("\"versie\": 1", "\"versie\": 2", StringComparison.Ordinal)));
                break;
            case "manifest changed":
                InZip(path, zip => Rewrite(zip, BackupManifest.EntryName, text => text.Replace("\"naam\": \"enschede\"", "\"naam\": \"Hengelo\"", StringComparison.Ordinal)));
                break;
            default:
                InZip(path, zip => Forge(zip, how));
                break;
        }
    }

    /// <summary>By somebody who knows how the checksums are made.</summary>
    private static void Forge(ZipArchive zip, string how)
    {
        BackupManifest manifest;
        using (var stream = zip.GetEntry(BackupManifest.EntryName)!.Open())
        using (var json = new MemoryStream())
        {
            stream.CopyTo(json);
            manifest = BackupManifest.Read(json.ToArray());
        }
        var file = manifest.Files[0];
        var outside = file with { Name = "archive/../../../elders" };
        var quoted = manifest.Tables[0] with { Table = manifest.Tables[0].Table with { Name = "Fact\"; --" } };
        var forged = how switch
        {
            "another gemeente" => manifest with { Tenant = "GM0164" },
            "newer schema" => manifest with { Schema = "29990101000000_FromTheFuture" },
            "leads outside" => manifest with { Files = [outside, .. manifest.Files.Skip(1)] },
            _ => manifest with { Tables = [quoted, .. manifest.Tables.Skip(1)] },
        };
        forged = (forged with { TablesChecksum = BackupManifest.ChecksumOf(forged.Tables) }).Sealed();
        if (how == "leads outside")
            Rename(zip, file.EntryName, outside.EntryName);
        if (how == "quoted table")
            Rename(zip, manifest.Tables[0].EntryName, quoted.EntryName);
        Rewrite(zip, BackupManifest.EntryName, _ => JsonNode.Parse(forged.ToJson())!.ToJsonString());
    }

    private static void InZip(string path, Action<ZipArchive> change)
    {
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        change(zip);
    }

    private static void Rename(ZipArchive zip, string from, string to)
    {
        using var content = new MemoryStream();
        using (var old = zip.GetEntry(from)!.Open())
            old.CopyTo(content);
        zip.GetEntry(from)!.Delete();
        using var entry = zip.CreateEntry(to).Open();
        entry.Write(content.ToArray());
    }

    private static void Rewrite(ZipArchive zip, string name, Func<string, string> change)
    {
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(entry.Open()))
            text = reader.ReadToEnd();
        entry.Delete();
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(change(text));
    }
}
