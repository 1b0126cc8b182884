using System.Security.Cryptography;

namespace HomelabPortal.Simulator.Identity;

/// <summary>The one application that may ask.</summary>
public sealed record IdentityClient(string Id, string Secret)
{
    internal static IdentityClient Create() => new("homelab-portal", "sim-secret-" + RandomNumberGenerator.GetHexString(32, true));
}
