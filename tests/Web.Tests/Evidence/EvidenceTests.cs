using System.Security.Cryptography;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Web.Tests.Evidence;

public sealed class EvidenceTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly IgwProcess _igw = new();

    public void Dispose() => _igw.Dispose();

    [Fact]
    public async Task A_gemeente_gets_what_she_can_show_of_herself_alone_and_that_is_on_record()
    {
        await _igw.AddEnschede(Cancel);
        await Run(0, "tenant", "add", "GM0164", "hengelo", "Hengelo");
        await Run(0, "deliveries", "submit", "GM0153", WeekFile.Of("2025-W45", 87).WriteTo(_igw.PathOf("in")));
        await Invite("analist@voorbeeld.example", "GM0153");
        await Invite("buurman@voorbeeld.example", "GM0164");

        var names = (await Run(0, "evidence", "GM0153", "--to", _igw.PathOf("stukken"))).Split(
            '\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(
            [
                "afspraken.json", "dpia-bijlage.md", "gebruik.csv", "logboek.json", "meldroute-datalek.md",
                "privacy.md", "registerregel.md", "toegang.csv", "toegankelijkheid.md", "vernietiging.csv",
                "vernietiging.json",
                "sha256sums.txt",
            ], names);
        var texts = names.ToDictionary(
            n => n, n => File.ReadAllText(_igw.PathOf("stukken", n)), StringComparer.Ordinal);
        Assert.All(texts.Values, text =>
        {
            Assert.DoesNotContain("GM0164", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Hengelo", text, StringComparison.Ordinal);
            Assert.DoesNotContain("buurman", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        });
        Assert.Contains("| politie | politie-week | Wpg 16 |", texts["dpia-bijlage.md"], StringComparison.Ordinal);
        Assert.Contains("Geweigerde bestanden 14 dagen", texts["registerregel.md"], StringComparison.Ordinal);
        Assert.Contains("enschede.localhost", texts["toegankelijkheid.md"], StringComparison.Ordinal);
        Assert.Contains("analist@voorbeeld.example", texts["toegang.csv"], StringComparison.Ordinal);
        Assert.Contains("delivery.accepted;", texts["gebruik.csv"], StringComparison.Ordinal);
        Assert.Contains(
            "evidence.made;Bewijsstukken opgemaakt;gelukt;1", texts["gebruik.csv"], StringComparison.Ordinal);
        Assert.Contains("\"klopt\": true", texts["logboek.json"], StringComparison.Ordinal);
        Assert.Equal(
            names[..^1].Select(n => $"{HashOf(_igw.PathOf("stukken", n))}  {n}"),
            texts["sha256sums.txt"].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Proof_of_what_was_destroyed_is_among_it()
    {
        await _igw.AddEnschede(Cancel);
        await Run(0, "deliveries", "submit", "GM0153", WeekFile.Of("2015-W10", 5).WriteTo(_igw.PathOf("in")));
        await Run(0, "deliveries", "destroy", "GM0153", "1", "--reason", "op verzoek");

        await Run(0, "evidence", "GM0153", "--to", _igw.PathOf("stukken"));

        Assert.Contains(
            "de hele levering", await File.ReadAllTextAsync(_igw.PathOf("stukken", "vernietiging.csv"), Cancel),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_written_over_and_what_was_not_written_is_not_on_record()
    {
        await _igw.AddEnschede(Cancel);

        var errors = (await _igw.Run(Cancel, "evidence", "GM0153", "--to", _igw.Data)).Errors;

        Assert.Contains("is niet leeg", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "evidence.made", await Run(0, "audit", "export", "GM0153", "--jsonl"), StringComparison.Ordinal);
    }

    private static string HashOf(string path) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private Task<string> Invite(string mail, string at) => Run(
        0, "user", "invite", mail, "--name", "Analist", "--role", "analist", "--at", at);

    private async Task<string> Run(int code, params string[] arguments)
    {
        var result = await _igw.Run(Cancel, arguments);
        Assert.True(code == result.ExitCode, result.Output + result.Errors);
        return result.Output;
    }
}
