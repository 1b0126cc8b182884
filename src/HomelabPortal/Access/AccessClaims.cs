using System.Security.Claims;

namespace HomelabPortal.Access;

/// <summary>The claims of a principal of the portal. None of them is a right: roles and scopes are looked up when they are needed.</summary>
internal static class AccessClaims
{
    public const string Account = ClaimTypes.NameIdentifier;
    public const string Session = "sid";
    public const string Token = "token";
    public const string Address = "address";
}
