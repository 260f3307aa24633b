using Microsoft.AspNetCore.Http.HttpResults;
using Twente.Igw.Deliveries;
using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>
/// Mails the link of an invitation and shows it, this once: it is nowhere kept, and no page can show it again.
/// </summary>
internal sealed class MailLink(MailInvitation mail, TimeProvider time)
{
    public async Task<IResult> Execute(NewLink made, Tenant tenant, CancellationToken cancel)
    {
        var until = DutchDay.Of(time.GetUtcNow().UtcDateTime + InviteUser.Valid);
        var isMailed = await mail.Execute(tenant, new Invitee(made.Mail, made.Name, made.Link, until), cancel);
        return new RazorComponentResult<InvitedPage>(new { Given = (object)made, IsMailed = isMailed });
    }
}

/// <summary>A link that was just made.</summary>
internal sealed record NewLink(string Mail, string Name, Uri Link, bool Waits);
