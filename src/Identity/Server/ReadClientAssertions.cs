using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Twente.Igw.Identity;

/// <summary>
/// Takes the assertion of a program also when its header names no type, or plain <c>JWT</c>: RFC 7523 asks none, and
/// libraries in use send none. It is still held to the program's own keys, its own name and our issuer; a token that
/// calls itself anything else is refused as before (RFC 8725, 3.11).
/// </summary>
internal sealed class ReadClientAssertions : IOpenIddictServerHandler<ValidateTokenContext>
{
    private const string Assertion = "client-authentication+jwt";

    public static OpenIddictServerHandlerDescriptor Descriptor { get; } =
        OpenIddictServerHandlerDescriptor.CreateBuilder<ValidateTokenContext>()
            .UseSingletonHandler<ReadClientAssertions>()
            .SetOrder(OpenIddictServerHandlers.Protection.ValidateIdentityModelToken.Descriptor.Order - 500)
            .SetType(OpenIddictServerHandlerType.Custom).Build();

    public ValueTask HandleAsync(ValidateTokenContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.TokenValidationParameters is { ValidTypes: { } types } rules
            && types.SequenceEqual([Assertion], StringComparer.OrdinalIgnoreCase))
            rules.TypeValidator = (type, _, _) => string.IsNullOrEmpty(type) || IsOneOf(type, "JWT", Assertion)
                ? Assertion : throw new SecurityTokenInvalidTypeException("No assertion of a client.");
        return ValueTask.CompletedTask;
    }

    private static bool IsOneOf(string type, params ReadOnlySpan<string> known)
    {
        foreach (var one in known)
            if (type.Equals(one, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }
}
