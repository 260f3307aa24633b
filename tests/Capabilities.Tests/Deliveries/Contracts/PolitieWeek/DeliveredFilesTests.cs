using System.Text.Json;
using System.Text;
using Twente.Igw.Deliveries;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries;

/// <summary>Files as suppliers send them, with the sums that are known of them.</summary>
public sealed class DeliveredFilesTests
{
    [Fact]
    public void Add_up_to_the_totals_stated_beside_them()
    {
        var folder = Folder();
        var stated = JsonSerializer.Deserialize<Dictionary<string, long>>(
            File.ReadAllText(Path.Combine(folder, "totals.json")))!;

        Assert.All(stated, file =>
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, file.Key));
            var name = PolitieWeekFileName.Read(file.Key).Name!;
            var check = SampleFile.Check(bytes, name, KnownFrom(bytes, name));

            Assert.Empty(check.Findings.Kept);
            Assert.Equal(file.Value, check.Sum);
            Assert.Equal(name.Weeks.Length, check.Weeks.Count);
            Assert.Equal(check.Rows, check.Facts().LongCount());
        });
    }

    /// <summary>The areas come from elsewhere; here the file is taken at its word.</summary>
    private static CheckAgainst KnownFrom(byte[] file, PolitieWeekFileName name)
    {
        var rows = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1).Select(row => row.TrimEnd('\r').Split(';')).ToList();
        var areas = rows.Select(r => r[2]).Where(a => a.StartsWith("BU", StringComparison.Ordinal)).Distinct();
        var years = rows.Select(r => int.Parse(r[1], CultureInfo.InvariantCulture)).Append(2021).Distinct();
        return SampleFile.KnownOf(
            name.Municipality.Code, rows.Select(r => r[3].Trim()).Distinct(),
            [.. years.Select(y => (y, areas.ToArray()))]);
    }

    private static string Folder()
    {
        var data = Environment.GetEnvironmentVariable("IGW_TEST_DATA") ?? BesideRepository();
        var folder = Path.Combine(data, "leveringen");
        if (!File.Exists(Path.Combine(folder, "totals.json")))
            Assert.Skip($"No delivered files in '{folder}'; IGW_TEST_DATA names the folder that holds 'leveringen'.");
        return folder;
    }

    private static string BesideRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Twente.Igw.sln")))
            folder = folder.Parent;
        return Path.Combine(folder?.Parent?.FullName ?? AppContext.BaseDirectory, "shared", "data");
    }
}
