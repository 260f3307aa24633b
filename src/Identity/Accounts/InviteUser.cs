using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Twente.Igw.Tenancy;

namespace Twente.Igw.Identity;

/// <summary>Who is invited, and for what.</summary>
public sealed record NewInvitation
{
    /// <summary>Where she gets her mail; nobody else signs in with it.</summary>
    public required string Mail { get; init; }

    public required string DisplayName { get; init; }

    public required NewMembership Membership { get; init; }
}

/// <summary>What became of an invitation.</summary>
public abstract record InvitationOutcome
{
    private InvitationOutcome()
    {
    }

    /// <summary>She makes her account by this link, within <see cref="InviteUser.Valid"/>.</summary>
    /// <param name="User">Her id.</param>
    /// <param name="Link">Opens her account.</param>
    /// <param name="Waits">Whether her role waits for a second person.</param>
    public sealed record Invited(Guid User, Uri Link, bool Waits) : InvitationOutcome;

    /// <summary>She had an account or a link already and has one more role now, or once it is approved.</summary>
    public sealed record HadAccount(Guid User, bool Waits) : InvitationOutcome;

    /// <summary>Nothing was done.</summary>
    public sealed record Refused(string Sentence) : InvitationOutcome;
}

/// <summary>Makes an account for somebody, with one role, and a link by which she takes it into use.</summary>
public sealed class InviteUser
{
    /// <summary>What encrypts the key of a second step while it is only offered.</summary>
    internal const string KeyPurpose = "igw.invitation";

    /// <summary>How long the link works.</summary>
    public static readonly TimeSpan Valid = TimeSpan.FromDays(3);

    /// <summary>Where the link leads, on the id host.</summary>
    public const string Path = "/uitnodiging";

    private readonly IServiceScopeFactory _scopes;
    private readonly GrantRole _grant;
    private readonly MakeInvitation _make;
    private readonly KnownAt _known;
    private readonly TimeProvider _time;

    internal InviteUser(
        IServiceScopeFactory scopes, GrantRole grant, MakeInvitation make, KnownAt known, TimeProvider time) =>
        (_scopes, _grant, _make, _known, _time) = (scopes, grant, make, known, time);

    public async Task<InvitationOutcome> Execute(NewInvitation invited, Person by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(invited);
        ArgumentNullException.ThrowIfNull(by);
        if (_grant.ObjectionTo(invited.Membership, by) is { } objection)
            return new InvitationOutcome.Refused(objection);
        await using var scope = _scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var found = await users.FindByEmailAsync(invited.Mail);
        if (found is { Federation.Length: > 0 })
            return new InvitationOutcome.Refused("Deze gebruiker meldt aan met het account van de gemeente.");
        var user = found ?? new User
        {
            Id = Guid.CreateVersion7(), UserName = invited.Mail, Email = invited.Mail,
            DisplayName = invited.DisplayName, CreatedAt = _time.GetUtcNow().UtcDateTime,
        };
        if (found is null && await users.CreateAsync(user) is { Succeeded: false })
            return new InvitationOutcome.Refused(
                $"Mailadres: '{invited.Mail}' klopt niet. Het moet zijn: een adres zoals naam@gemeente.nl.");
        var granted = await _grant.Execute(
            user.Id, invited.Membership, new(invited.Membership.Purpose, IsInvited: true), by, cancel);
        if (granted is GrantOutcome.Refused { Sentence: var sentence })
            return new InvitationOutcome.Refused(sentence);
        var (at, waits) = (invited.Membership.At, granted is GrantOutcome.Asked);
        // A link opens the whole account: a gemeente gets none to what is another's too.
        if (user.PasswordHash is not null || (by.User is not null && await _known.ElsewhereThan(user.Id, at, cancel)))
            return new InvitationOutcome.HadAccount(user.Id, waits);
        return new InvitationOutcome.Invited(user.Id, await _make.Execute(user.Id, at, cancel), waits);
    }

    /// <summary>A new link for somebody who has an account: she chooses password and second step anew.</summary>
    /// <returns>Null when nobody has this address.</returns>
    public async Task<Uri?> Again(string mail, CancellationToken cancel)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<User>>().FindByEmailAsync(mail);
        return user is null or { IsDisabled: true } or { Federation.Length: > 0 } ? null
            : await _make.Execute(user.Id, "", cancel);
    }

    internal static string HashOf(string secret) => MakeInvitation.HashOf(secret);
}
