using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace Twente.Igw.Testing;

/// <summary>
/// A token as Entra ID would give it, unsigned: the emulator looks at what it says and not at who signed.
/// </summary>
public sealed class EmulatorToken : TokenCredential
{
    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var now = DateTimeOffset.UtcNow;
        var says = $$"""
            {"aud":"https://storage.azure.com","iss":"https://sts.windows.net/ab1f708d-50f6-404c-a006-d71b2ac7a606/",
            "iat":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},"nbf":{{now.AddMinutes(-5).ToUnixTimeSeconds()}},
            "exp":{{now.AddHours(4).ToUnixTimeSeconds()}},"oid":"11059fcc-5514-4800-b5f8-49808b9cfab6",
            "tid":"ab1f708d-50f6-404c-a006-d71b2ac7a606","ver":"1.0"}
            """;
        return new AccessToken(
            $"{Part("""{"alg":"none","typ":"JWT"}""")}.{Part(says)}.{Part("niets")}", now.AddHours(4));
    }

    public override ValueTask<AccessToken> GetTokenAsync(
        TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));

    private static string Part(string text) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(text));
}
