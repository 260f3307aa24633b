using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>
/// Signs in somebody whom her gemeente's provider vouched for. Her account is made the first time and belongs to that
/// issuer, organisation and object id for good; an account with a password is another one, whatever mail it has.
/// </summary>
public sealed class SignInFederated
{
    private readonly SignInManager<User> _signIn;
    private readonly FollowGroups _follow;
    private readonly RecordAccess _record;
    private readonly TimeProvider _time;

    internal SignInFederated(
        SignInManager<User> signIn, FollowGroups follow, RecordAccess record, TimeProvider time) =>
        (_signIn, _follow, _record, _time) = (signIn, follow, record, time);

    /// <returns>False when nobody came back from this gemeente's provider, or her account is out of use.</returns>
    public async Task<bool> Execute(HttpContext http, string tenant, CancellationToken cancel)
    {
        var external = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (FederatedPerson.Read(external, tenant) is not { } person)
            return false;
        var user = await Find(person, cancel) ?? await Make(person, cancel);
        if (user.IsDisabled)
            return false;
        await _follow.Execute(user.Id, tenant, person.Groups, cancel);
        if (user.DisplayName != person.DisplayName)
        {
            user.DisplayName = person.DisplayName;
            await _signIn.UserManager.UpdateAsync(user);
        }
        await _signIn.SignInAsync(user, isPersistent: false);
        return true;
    }

    private Task<User?> Find(FederatedPerson person, CancellationToken cancel)
    {
        var federation = person.Federation;
        return _signIn.UserManager.Users.SingleOrDefaultAsync(u => u.Federation == federation, cancel);
    }

    private async Task<User> Make(FederatedPerson person, CancellationToken cancel)
    {
        await _record.Execute(
            person.Tenant, new AuditEvent("user.added", "via de aanmelddienst van de gemeente"),
            FollowGroups.ByGroups, cancel);
        var made = new User
        {
            // No address of hers: none that she has, or had, may lead to this account.
            Id = Guid.CreateVersion7(), UserName = person.AccountName, Email = person.AccountName,
            DisplayName = person.DisplayName, Federation = person.Federation,
            CreatedAt = _time.GetUtcNow().UtcDateTime,
        };
        var result = await _signIn.UserManager.CreateAsync(made);
        if (result.Succeeded)
            return made;
        return await Find(person, cancel) ?? throw new InvalidOperationException(
            "The account of a federated user could not be made: "
            + string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
