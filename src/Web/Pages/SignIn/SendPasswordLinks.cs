using System.Threading.Channels;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Mails links for a new password after the page was answered: neither its words nor its time tell who has an account.
/// </summary>
internal sealed class SendPasswordLinks(
    IServiceScopeFactory scopes, MailNewPassword mail, ILogger<SendPasswordLinks> log) : BackgroundService
{
    /// <summary>More than this many at once is nobody who forgot something.</summary>
    private const int Most = 100;

    private readonly Channel<string> _asked = Channel.CreateBounded<string>(
        new BoundedChannelOptions(Most) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public bool IsOn => mail.IsOn;

    public void Ask(string address) => _asked.Writer.TryWrite(address);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var address in _asked.Reader.ReadAllAsync(stoppingToken))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await scope.ServiceProvider.GetRequiredService<MakePasswordLink>().Execute(address) is { } link)
                    await mail.Execute(link.Mail, link.Name, link.Link, stoppingToken);
            }
            catch (Exception failure) when (failure.IsDatabaseTrouble())
            {
                log.LogWarning("Een link voor een nieuw wachtwoord kon niet worden gemaakt: {Why}", failure.Message);
            }
    }
}
