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
        var bytes = File.ReadAllBytes(path);
        switch (how)
        {
            case "a byte changed":
                // Within the first part: what lies between parts is the zip's own and says nothing of a gemeente.
                bytes[30 + BitConverter.ToUInt16(bytes, 26) + BitConverter.ToUInt16(bytes, 28) + 5] ^= 0x55;
                File.WriteAllBytes(path, bytes);
                break;
            case "cut":
                File.WriteAllBytes(path, bytes[..^200]);
                break;
            case "no zip":
                File.WriteAllText(path, "geen zip");
                break;
            case "not there":
                File.Delete(path);
                break;
            default:
                using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
                    Change(zip, how);
                break;
        }
    }

    private static void Change(ZipArchive zip, string how)
    {
        const string Manifest = BackupManifest.EntryName;
        switch (how)
        {
            case "another zip":
                zip.GetEntry(Manifest)!.Delete();
                break;
            case "row changed":
                Rewrite(zip, "tabellen/Fact.ndjson", text => Replace(text, ",60,", ",61,"));
                break;
            case "part missing":
                zip.GetEntry("tabellen/Finding.ndjson")!.Delete();
                break;
            case "part added":
                zip.CreateEntry("bestanden/archive/extra").Open().Dispose();
                break;
            case "another form":
                Rewrite(zip, Manifest, _ => """{ "vorm": "iets anders" }""");
                break;
            case "newer form":
                Rewrite(zip, Manifest, text => Replace(text, "\"versie\": 1", "\"versie\": 2"));
                break;
            case "manifest changed":
                Rewrite(zip, Manifest, text => Replace(text, "\"naam\": \"enschede\"", "\"naam\": \"Hengelo\""));
                break;
            default:
                Forge(zip, how);
                break;
        }
    }

    private static string Replace(string text, string old, string now) =>
        text.Replace(old, now, StringComparison.Ordinal);

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
