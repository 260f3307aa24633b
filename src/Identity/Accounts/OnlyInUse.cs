using Microsoft.AspNetCore.Identity;

namespace Twente.Igw.Identity;

/// <summary>Lets nobody sign in whose account is out of use.</summary>
internal sealed class OnlyInUse : IUserConfirmation<User>
{
    public Task<bool> IsConfirmedAsync(UserManager<User> manager, User user) => Task.FromResult(!user.IsDisabled);
}
