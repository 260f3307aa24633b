using Twente.Igw.Identity;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Web.Pages;

/// <summary>Decisions about somebody's access at the gemeente of the host, and nowhere else.</summary>
internal sealed record AccessDeciders(
    TakeRole Take, RestoreRole Restore, DisableUser Disable, EnableUser Enable, SignOutUser SignOut,
    WithdrawInvitation Withdraw)
{
    private const int LongestReason = 300;

    /// <param name="at">The gemeente of the host.</param>
    /// <param name="colleague">About whom.</param>
    /// <param name="form">What was decided, and why.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null when there is no such decision.</returns>
    public async Task<AccessOutcome?> Execute(
        TenantId at, Colleague colleague, IFormCollection form, Person by, CancellationToken cancel)
    {
        var (user, reason) = (colleague.Id, form["reden"].ToString().Trim());
        reason = reason.Length > LongestReason ? reason[..LongestReason] : reason;
        // A role that is not hers is no role: then nothing is found.
        var role = colleague.Roles.FirstOrDefault(r => r.Id.ToString() == form["toekenning"])?.Id ?? Guid.Empty;
        return form["besluit"].ToString() switch
        {
            "beeindigen" => await Take.Execute(at.Code, role, reason, by, cancel),
            "terugzetten" => await Restore.Execute(at, role, by, cancel),
            "stopzetten" => await Disable.Execute(at, user, reason, by, cancel),
            "teruggeven" => await Enable.Execute(at, user, by, cancel),
            "afmelden" => await SignOut.Execute(at, user, by, cancel),
            "uitnodiging-intrekken" => await Withdraw.Execute(at, user, by, cancel),
            _ => null,
        };
    }
}
