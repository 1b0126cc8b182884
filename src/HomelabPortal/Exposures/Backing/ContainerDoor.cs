using HomelabPortal.Desired;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Pure: which exposures lead to a container, and where one is made.</summary>
internal static class ContainerDoor
{
    public static IReadOnlyList<Exposure> Of(string host, string container, DesiredState desired) =>
        [.. desired.Exposures.Where(exposure => exposure.Backend is ContainerBackend backend && backend.Host == host && backend.Container == container)];

    /// <param name="key">host/name:port.</param>
    public static string HrefOf(string key) => $"/exposures/new?container={Uri.EscapeDataString(key)}";
}
