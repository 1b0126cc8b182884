using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>
/// What the names of volumes mean on a host, which no specification tells.
/// <code>
/// a volume of its own, or none of that name yet     yes
/// a volume that stands for a folder of the host     only when an admin lets the container reach into its host
/// </code>
/// </summary>
internal static class VolumeReach
{
    private const string Device = "device";

    /// <exception cref="TargetException">One of them stands for a folder of the host.</exception>
    public static async Task RequireOwnDataAsync(DesiredContainer wanted, DockerHost host, CancellationToken cancellationToken)
    {
        if (wanted.IsUnsafe)
            return;
        foreach (var name in wanted.Volumes.Where(volume => !volume.IsFolder).Select(volume => volume.Source).Distinct(StringComparer.Ordinal))
        {
            // A share of another machine is no folder of this one.
            if ((await host.Client.InspectVolumeAsync(name, cancellationToken))?.Options?.GetValueOrDefault(Device) is not ['/', ..] folder)
                continue;
            throw new TargetException(new TargetFault(
                FaultKind.NeedsPerson, $"Volume {name} stands for the folder {folder} of {host.Name}. An admin can let {wanted.Name} reach into its host, or use another volume."));
        }
    }
}
