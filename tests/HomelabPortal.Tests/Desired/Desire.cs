using HomelabPortal.Access;
using HomelabPortal.Desired;

namespace HomelabPortal.Tests.Desired;

/// <summary>Desired things with sensible defaults, so that a test names only what it is about.</summary>
internal static class Desire
{
    public static Actor Owner { get; } = new("owner");

    public static Exposure Exposure(string id = "exposure01", string hostname = "sonarr.cowlab.org", Visibility visibility = Visibility.Lan) => new()
    {
        Id = id,
        Hostname = Hostname.Parse(hostname),
        Backend = new KubernetesBackend("media", "sonarr", "http"),
        Visibility = visibility,
        IsPublicWithoutLogin = visibility == Visibility.Tunnel,
    };
}
