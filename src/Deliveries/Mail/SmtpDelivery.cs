using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace Twente.Igw.Deliveries;

/// <summary>Hands a mail to the configured server; a short trouble is waited out.</summary>
internal sealed class SmtpDelivery(IOptions<MailOptions> options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 2, Delay = TimeSpan.FromMilliseconds(500), BackoffType = DelayBackoffType.Exponential,
            UseJitter = true, ShouldHandle = new PredicateBuilder().Handle<Exception>(IsPassing),
        })
        .AddTimeout(Patience)
        .Build();

    public bool IsOn => options.Value.IsOn;

    public async Task Send(MimeMessage message, CancellationToken cancel) =>
        await _pipeline.ExecuteAsync(async stop => await SendOnce(message, stop), cancel);

    /// <summary>Whether sending failed for a reason that is the server's or the network's.</summary>
    public static bool IsTrouble(Exception failure) =>
        failure is SocketException or IOException or ProtocolException or CommandException or AuthenticationException
            or SslHandshakeException or ServiceNotConnectedException or NotSupportedException
            or TimeoutRejectedException;

    /// <summary>A wrong password stays wrong; the rest may pass.</summary>
    private static bool IsPassing(Exception failure) => IsTrouble(failure) && failure is not AuthenticationException;

    private async Task SendOnce(MimeMessage message, CancellationToken cancel)
    {
        var mail = options.Value;
        using var client = new SmtpClient();
        await client.ConnectAsync(mail.Server!, mail.Port, SecurityOf(mail.Security), cancel);
        if (mail.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, mail.Password ?? "", cancel);
        await client.SendAsync(message, cancel);
        await client.DisconnectAsync(quit: true, cancel);
    }

    private static SecureSocketOptions SecurityOf(MailSecurity security) => security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}
