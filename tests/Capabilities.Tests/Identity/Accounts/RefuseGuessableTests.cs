using Twente.Igw.Identity;
using Xunit;

namespace Twente.Igw.Capabilities.Tests.Identity;

public sealed class RefuseGuessableTests
{
    private const string Owner = "j.jansen@enschede.nl Jantien Jansen";

    [Theory]
    [InlineData("Welkom2025!!!!")]
    [InlineData("WachtwoordTwente1")]
    [InlineData("Enschede-Enschede")]
    [InlineData("jansenjantien2025")]
    [InlineData("qwertyuiop123456")]
    [InlineData("1q2w3e4r5t6y7u8i")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("98765432109876")]
    [InlineData("aaaaaabbbbbbcccccc")]
    public void What_anybody_tries_first_is_no_password(string password) =>
        Assert.True(RefuseGuessable.IsGuessable(password, Owner));

    [Theory]
    [InlineData("vier losse woorden samen")]
    [InlineData("het wachtwoord van mijn oude kat")]
    [InlineData("58203917465021")]
    [InlineData("kR7#pQ2!vL9zXm")]
    public void What_has_to_be_guessed_is_one_also_of_digits_or_letters_alone(string password) =>
        Assert.False(RefuseGuessable.IsGuessable(password, Owner));
}
