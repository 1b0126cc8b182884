namespace HomelabPortal.Tunnels.Api;

/// <summary>Which rule of somebody else the portal should keep from now on.</summary>
/// <param name="Hostname">As it stands in the tunnel.</param>
internal sealed record AdoptionWish(string? Hostname = null, string? Path = null);
