using Microsoft.AspNetCore.Identity;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>The framework's passkeys, bound to exactly this portal: other hosts of the same domain are strangers.</summary>
internal static class PasskeyRules
{
    public const int MostPerAccount = 10;

    public static void Configure(IdentityPasskeyOptions options, PortalAddress address)
    {
        // Never a parent domain: everything else in the house would be in its scope. Null takes the host asked for, which was checked before.
        options.ServerDomain = address.Configured?.Host;
        options.AuthenticatorTimeout = PasskeyChallenges.Holds;
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        // The framework's own rule lets subdomains in.
        options.ValidateOrigin = context => ValueTask.FromResult(
            !context.CrossOrigin && string.Equals(context.Origin, address.OriginOf(context.HttpContext.Request), StringComparison.Ordinal));
    }
}
