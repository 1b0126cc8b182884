using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Exposures.Backing;

/// <summary>
/// Pure: which server without a login of its own stands behind an exposure, and why that keeps it off the Internet.
/// <code>
/// container                                   by the container, and by what answers where it was last reached
/// address                                     what a Docker host publishes there
/// Service or name of another exposure's       by that exposure
/// any other Service                           none known
/// </code>
/// </summary>
internal static class ServerBehind
{
    /// <returns>What it is called, or null.</returns>
    public static string? Find(Backend backend, DesiredState desired, DockerState docker) => Find(backend, desired, docker, desired.Exposures.Length);

    /// <summary>Why an exposure cannot be on the Internet as it is, by the field that mends it; null when nothing stands against it.</summary>
    public static (string Field, string Why)? WhyNotPublic(Exposure exposure, DesiredState desired, DockerState docker)
    {
        if (exposure.Visibility != Visibility.Tunnel || (exposure.LoginPolicy is not null && exposure.OpenPaths.IsEmpty) || Find(exposure.Backend, desired, docker) is not { } title)
            return null;
        return exposure.LoginPolicy is null
            ? (Reach.ReachForm.LoginField, $"{title} has no login of its own: whoever finds the name could use it. Choose a login policy.")
            : (Reach.ReachForm.PathsField, $"{title} has no login of its own: a path without login would hand it to anyone. Leave the paths empty.");
    }

    /// <param name="depth">An exposure may lead to another's Service, and that one to a third; never further than there are.</param>
    private static string? Find(Backend backend, DesiredState desired, DockerState docker, int depth) => backend switch
    {
        ContainerBackend container => ServersWithoutLogin.Behind(container, desired, docker) ?? At(BackendAddress.Of(container, desired, docker), desired, docker),
        AddressBackend address => At(address, desired, docker) ?? Through(address.Address.Split('.')[0], desired, docker, depth),
        KubernetesBackend inside => Through(inside.Service, desired, docker, depth),
        _ => null,
    };

    private static string? At(AddressBackend address, DesiredState desired, DockerState docker) => ServersWithoutLogin.At(address.Address, address.Port, desired, docker);

    private static string? Through(string service, DesiredState desired, DockerState docker, int depth) =>
        depth > 0 && desired.Exposures.FirstOrDefault(exposure => ExposureCompiler.ObjectName(exposure) == service) is { } other
            ? Find(other.Backend, desired, docker, depth - 1)
            : null;
}
