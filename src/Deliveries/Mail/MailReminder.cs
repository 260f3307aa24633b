using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Deliveries;

/// <summary>
/// Mails the current gemeente's contacts that something waits for her; without figures, once for one thing.
/// </summary>
public sealed class MailReminder
{
    private readonly TenantChanges _changes;
    private readonly MailOptions _options;

    internal MailReminder(TenantChanges changes, IOptions<MailOptions> options) =>
        (_changes, _options) = (changes, options.Value);

    /// <param name="about">Tells this reminder from every other.</param>
    /// <param name="subject">One line, without a full stop.</param>
    /// <param name="text">What is asked.</param>
    /// <param name="path">The page on her own host where she can do it.</param>
    /// <param name="cancel">Gives up; nothing is written then.</param>
    /// <returns>To how many addresses; 0 while mail is off or she has none.</returns>
    public async Task<int> Execute(string about, string subject, string text, string path, CancellationToken cancel)
    {
        if (!_options.IsOn)
            return 0;
        await using var change = await _changes.Begin(cancel);
        var (contacts, mails) = (change.Db.Contacts, change.Db.OutgoingMails);
        var addresses = await contacts.CountAsync(cancel);
        if (addresses == 0 || await mails.AnyAsync(m => m.About == about, cancel))
            return addresses;
        mails.Add(new OutgoingMail
        {
            Id = Guid.CreateVersion7(), About = about, Subject = subject, Text = text, Path = path,
            WrittenAt = change.At, ClaimedUntil = change.At,
        });
        await change.Commit(cancel);
        return addresses;
    }
}
