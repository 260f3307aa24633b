using Microsoft.EntityFrameworkCore;
using Twente.Igw.Deliveries;
using Twente.Igw.Tenancy;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Deliveries.Mail;

public abstract class MailTests(Engine engine)
{
    public sealed class OnSqlite() : MailTests(Engine.Sqlite);

    public sealed class OnPostgreSql() : MailTests(Engine.PostgreSql);

    public sealed class OnSqlServer() : MailTests(Engine.SqlServer);

    private const string Function = "veiligheid@example.nl";

    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_that_becomes_late_is_told_once_with_a_link_and_without_figures()
    {
        await using var server = new MailServer();
        await using var platform = await With(server);
        await platform.Submit(WeekFile.Of("2026-W01", 777), Cancel);
        await platform.Watch(Cancel);
        Assert.Empty(server.Received);

        platform.Clock.Advance(TimeSpan.FromDays(8));
        await platform.Watch(Cancel);
        await platform.Watch(Cancel);

        var mail = Assert.Single(server.Received);
        Assert.Equal([Function], mail.To);
        Assert.Contains("politie-week van politie is te laat", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://enschede.localhost/leveringen", mail.Text, StringComparison.Ordinal);
        // As a number: the id of a mail may hold any digits.
        Assert.DoesNotMatch(@"\b777\b", mail.Text);
        Assert.DoesNotContain(Function, mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_is_mailed_once_to_every_contact_with_a_link_to_her_own_page()
    {
        await using var server = new MailServer();
        await using var platform = await With(server);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Task<int> Remind() => scope.Get<MailReminder>().Execute(
            "region:een", "De regio wacht op de cijfers over januari 2026", "Geef ze vrij.", "/regio", Cancel);

        Assert.Equal(1, await Remind());
        Assert.Equal(1, await Remind());
        await platform.Watch(Cancel);

        var mail = Assert.Single(server.Received);
        Assert.Equal([Function], mail.To);
        Assert.Contains("De regio wacht op de cijfers over januari 2026", mail.Text, StringComparison.Ordinal);
        Assert.Contains("https://enschede.localhost/regio", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_starts_anew_does_not_tell_it_again_and_another_state_is_told()
    {
        await using var server = new MailServer();
        await using var platform = await With(server);
        platform.Clock.Advance(TimeSpan.FromDays(2));
        await platform.Watch(Cancel);
        await using var other = await platform.StartAnother(Cancel, server.Settings);
        other.Clock.SetUtcNow(platform.Clock.GetUtcNow());
        await other.Watch(Cancel);
        Assert.Single(server.Received);

        other.Clock.Advance(TimeSpan.FromDays(7));
        await other.Watch(Cancel);

        Assert.Contains("is stil", server.Received.Last().Text, StringComparison.Ordinal);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task A_held_and_a_refused_delivery_are_each_told_once()
    {
        await using var server = new MailServer();
        await using var platform = await With(server);
        await platform.Submit(WeekFile.Series("2025-W10", [.. Enumerable.Repeat(20, 12)]), Cancel);
        await platform.Submit(WeekFile.Of("2025-W22", 900), Cancel);
        await platform.Submit(WeekFile.Of("2025-W23", 1) with { Rows = ["onzin"] }, Cancel);
        await platform.Watch(Cancel);
        await platform.Watch(Cancel);

        string[] subjects = [.. server.Received.Select(m => m.Text).Order(StringComparer.Ordinal)];
        Assert.Equal(2, subjects.Length);
        Assert.Contains(subjects, s => s.Contains("Levering 2 is aangehouden", StringComparison.Ordinal)
            && s.Contains("/leveringen/2", StringComparison.Ordinal));
        Assert.Contains(subjects, s => s.Contains("Levering 3 is geweigerd", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_turns_away_is_tried_again_and_never_keeps_a_delivery_waiting()
    {
        await using var server = new MailServer();
        await using var platform = await With(server);
        server.TurnAway(3);
        platform.Clock.Advance(TimeSpan.FromDays(8));

        await platform.Watch(Cancel);
        Assert.Empty(server.Received);
        Assert.Equal(3, server.Connections);
        Assert.Equal(
            DeliveryState.Accepted, (await platform.Submit(WeekFile.Of("2026-W01", 5), Cancel)).Delivery.Line.State);

        platform.Clock.Advance(TimeSpan.FromMinutes(5));
        await platform.Watch(Cancel);
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task While_nobody_is_to_hear_nothing_is_written_and_what_is_old_is_not_told_later()
    {
        await using var server = new MailServer();
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel, server.Settings);
        await platform.Submit(WeekFile.Of("2025-W23", 1) with { Rows = ["onzin"] }, Cancel);
        await platform.Watch(Cancel);
        platform.Clock.Advance(TimeSpan.FromMinutes(5));

        await AddContact(platform);
        await platform.Watch(Cancel);

        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Without_a_server_mail_is_off()
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await AddContact(platform);
        platform.Clock.Advance(TimeSpan.FromDays(8));

        await platform.Watch(Cancel);

        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        var mails = scope.Get<TenantDb>().OutgoingMails;
        Assert.False(await mails.AnyAsync(Cancel));
    }

    [Theory]
    [InlineData("geen adres")]
    [InlineData("iemand")]
    [InlineData("Naam <veiligheid@example.nl>")]
    public async Task What_is_no_address_is_refused_by_name(string address)
    {
        await using var platform = await TestPlatform.WithEnschede(engine, Cancel);
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);

        var refused = await Assert.ThrowsAsync<FormatException>(
            () => scope.Get<AddContact>().Execute(address, Actor.CommandLine, Cancel));

        Assert.Contains($"'{address}'", refused.Message, StringComparison.Ordinal);
    }

    private async Task<TestPlatform> With(MailServer server)
    {
        var platform = await TestPlatform.WithEnschede(engine, Cancel, server.Settings);
        await AddContact(platform);
        return platform;
    }

    private static async Task AddContact(TestPlatform platform)
    {
        await using var scope = await platform.Open(TestPlatform.Enschede, Cancel);
        Assert.True(await scope.Get<AddContact>().Execute(Function, Actor.CommandLine, Cancel));
    }
}
