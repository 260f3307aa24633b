using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Twente.Igw.Testing;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity;

public sealed class PasswordRulesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_password_is_long_of_any_kind_stored_dearly_and_guessed_at_few_times()
    {
        await using var platform = await TestPlatform.Start(Engine.Sqlite, Cancel);
        var rules = platform.Get<IOptions<IdentityOptions>>().Value;

        Assert.True(rules.Password.RequiredLength >= 14);
        Assert.False(rules.Password.RequireDigit || rules.Password.RequireNonAlphanumeric);
        Assert.False(rules.Password.RequireLowercase || rules.Password.RequireUppercase);
        Assert.True(rules.Lockout.MaxFailedAccessAttempts <= 5);
        Assert.True(rules.Lockout.DefaultLockoutTimeSpan >= TimeSpan.FromMinutes(15));
        Assert.True(platform.Get<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
    }
}
