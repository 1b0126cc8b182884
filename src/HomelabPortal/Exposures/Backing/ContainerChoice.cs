using HomelabPortal.Desired;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Pure: a container as people and programs name it, as a backend.</summary>
internal static class ContainerChoice
{
    /// <param name="key">host/name:port, by the port of the host or else the container's own.</param>
    /// <param name="before">What the exposure has now: a container that does not run just now may stay behind it.</param>
    public static (ContainerBackend? Backend, string? Fault) Read(string key, string scheme, BackendCatalog catalog, Backend? before)
    {
        if (key.Length == 0)
            return (null, "Choose the container to expose.");
        if (catalog.FindContainer(key) is { } found)
            return found.WhyNot is { } why
                ? (null, why)
                : (new ContainerBackend(found.Host, found.Name, found.ContainerPort, scheme) { Address = found.Address, HostPort = found.Port, Image = found.Image }, null);
        return before is ContainerBackend kept && (key == $"{kept.Place}:{kept.Port}" || key == $"{kept.Place}:{kept.HostPort}")
            ? (kept with { Scheme = scheme }, null)
            : (null, $"{key} is not running any more, or publishes no such port.");
    }
}
