using System.Text.RegularExpressions;
using Twente.Igw.Tenancy;
using Twente.Igw.Web.Pages;
using Xunit;

namespace Twente.Igw.Web.Tests.Pages.Log;

public sealed partial class LogWordsTests
{
    [Fact]
    public void Every_event_of_the_program_is_called_something_in_Dutch()
    {
        var source = Path.Combine(Root(), "src");
        var events = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Event.Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["name"].Value).Distinct().ToList();

        Assert.True(events.Count > 30);
        Assert.All(events, name => Assert.NotNull(LogWords.Events.GetString(name, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void An_event_that_has_no_words_is_shown_by_its_name() =>
        Assert.Equal("something.done", LogWords.Of("something.done"));

    [Fact]
    public void A_view_on_risks_is_found_by_its_word() => Assert.All(
        Enum.GetValues<AuditRisk>(), risk => Assert.Equal(risk, LogWords.Risk(LogWords.Word(risk))));

    [Fact]
    public void A_line_for_a_collector_has_the_fields_of_the_standard_and_is_one_line()
    {
        var line = new AuditEntry
        {
            Number = 7, At = new DateTime(2026, 1, 6, 9, 30, 0, DateTimeKind.Utc), Event = "figures.exported",
            Result = "gelukt", Actor = "gebruiker-a", Origin = "website", Subject = "cijfers\nmet regel",
            Purpose = "evaluatie", Hash = new string('a', 32) + new string('b', 32),
        };

        var text = ProcessingLogLine.Of(TenantId.Parse("GM0153"), line).ToText();

        using var json = System.Text.Json.JsonDocument.Parse(text);
        Assert.Equal(
            ["trace_id", "span_id", "status", "name", "start_time", "end_time", "resource", "attributes"],
            json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(new string('a', 32), json.RootElement.GetProperty("trace_id").GetString());
        Assert.Equal(new string('b', 16), json.RootElement.GetProperty("span_id").GetString());
        Assert.Equal("Ok", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("2026-01-06T09:30:00.000Z", json.RootElement.GetProperty("start_time").GetString());
        Assert.Equal(7, json.RootElement.GetProperty("attributes").GetProperty("igw.regel").GetInt64());
        Assert.True(Uri.IsWellFormedUriString(
            json.RootElement.GetProperty("attributes").GetProperty("dpl.core.processing_activity_id").GetString(),
            UriKind.Absolute));
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Twente.Igw.sln")))
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"No solution above {AppContext.BaseDirectory}.");
        return folder;
    }

    [GeneratedRegex(
        """new AuditEvent\(\s*"(?<name>[a-z-]+\.[a-z-]+)""" + "\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event { get; }
}
