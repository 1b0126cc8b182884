using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Exposures.Backing;

/// <summary>
/// Pure: which server without a login of its own stands behind an exposure, and why that keeps it off the Internet.
/// <code>
/// container                                   by the container, and by what answers where it was last reached
/// address                                     what answers at a Docker host there
/// Service or name of another exposure's       by that exposure
/// any other Service                           none known
/// </code>
/// </summary>
internal static class ServerBehind
{
    /// <returns>What it is called, or null.</returns>
    public static string? Find(Backend backend, DesiredState desired, DockerState docker) => Look(backend, desired, docker).Title;

    /// <summary>The worst that stands behind it.</summary>
    public static ServerSight Look(Backend backend, DesiredState desired, DockerState docker) =>
        ServerSight.Worst(BackendEnds.Of(backend, desired, docker).Select(end => LookAt(end, desired, docker)));

    /// <summary>Why an exposure cannot be on the Internet as it is, by the field that mends it; null when nothing stands against it.</summary>
    public static (string Field, string Why)? WhyNotPublic(Exposure exposure, DesiredState desired, DockerState docker)
    {
        if (!IsOpen(exposure) || Look(exposure.Backend, desired, docker).Lack is not { } lack)
            return null;
        return exposure.LoginPolicy is null
            ? (Reach.ReachForm.LoginField, $"{lack}: whoever finds the name could use it. Choose a login policy.")
            : (Reach.ReachForm.PathsField, $"{lack}: a path without login would hand it to anyone. Leave the paths empty.");
    }

    /// <summary>Why nobody can tell what would be on the Internet; null when it was seen, or when a login policy guards all of it.</summary>
    public static string? WhyUnseen(Exposure exposure, DesiredState desired, DockerState docker) =>
        IsOpen(exposure) ? Look(exposure.Backend, desired, docker).Unseen : null;

    /// <summary>Some of it is on the Internet without a login policy.</summary>
    private static bool IsOpen(Exposure exposure) => exposure.Visibility == Visibility.Tunnel && (exposure.LoginPolicy is null || !exposure.OpenPaths.IsEmpty);

    private static ServerSight LookAt(Backend end, DesiredState desired, DockerState docker) => end switch
    {
        ContainerBackend container => ServersWithoutLogin.Behind(container, desired, docker),
        AddressBackend address => ServersWithoutLogin.At(address.Address, address.Port, desired, docker),
        _ => ServerSight.Harmless,
    };
}
