using System.Text.RegularExpressions;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>
/// Pure: what of the host a container reaches.
/// <code>
/// privileged, a namespace of the host, another right of the kernel   only when an admin lets it
/// folder that is not under an allowed root, or is the system's       only when an admin lets it
/// folder that another container may turn into a link                 only when an admin lets it
/// device that is no GPU                                              only when an admin lets it
/// volume, GPU, folder under a root                                   yes
/// </code>
/// </summary>
internal static partial class ReachChecks
{
    private const string AskAnAdmin = "An admin can let this container do it.";

    public static IEnumerable<FieldFault> Check(DesiredContainer container, IReadOnlyCollection<DesiredContainer> others, IReadOnlyCollection<string> roots) =>
        Reach(container)
            .Concat(Volumes(container, others, roots))
            .Concat(Devices(container))
            .Concat(Gpu(container.Gpu))
            .Concat(Network(container));

    private static IEnumerable<FieldFault> Reach(DesiredContainer container)
    {
        if (!container.Reach.IsNone && !container.IsUnsafe)
            yield return new(ContainerFields.Reach, $"It would have the rights of root on {container.Host}. {AskAnAdmin}");
        if (container.Reach.Capabilities.Any(capability => !Capability().IsMatch(capability)))
            yield return new(ContainerFields.Reach, "A capability is written in capitals, for example SYS_PTRACE.");
    }

    private static IEnumerable<FieldFault> Volumes(DesiredContainer container, IReadOnlyCollection<DesiredContainer> others, IReadOnlyCollection<string> roots)
    {
        foreach (var volume in container.Volumes)
        {
            if (HostFolder.WhyUnplain(volume.Target) is { } target)
                yield return new(ContainerFields.Volumes, target);
            if (!volume.IsFolder)
            {
                if (!VolumeName().IsMatch(volume.Source))
                    yield return new(ContainerFields.Volumes, $"“{volume.Source}” is neither a volume's name nor a full path.");
                continue;
            }

            // What Docker could read as something else stays forbidden even for an admin.
            if (HostFolder.WhyUnplain(volume.Source) is { } unplain)
                yield return new(ContainerFields.Volumes, unplain);
            else if (!container.IsUnsafe && (HostFolder.WhyNot(volume.Source, roots) ?? WhyLink(volume, container, others)) is { } why)
                yield return new(ContainerFields.Volumes, $"{why} {AskAnAdmin}");
        }

        foreach (var twice in container.Volumes.GroupBy(volume => volume.Target).Where(group => group.Count() > 1))
            yield return new(ContainerFields.Volumes, $"{twice.Key} is mounted twice.");
    }

    /// <summary>Docker follows links on the host: whoever may write above a folder can turn it into a link to anywhere.</summary>
    private static string? WhyLink(ContainerVolume volume, DesiredContainer container, IReadOnlyCollection<DesiredContainer> others)
    {
        var all = others.Append(container).SelectMany(other => other.Volumes.Where(candidate => candidate.IsFolder).Select(candidate => (other.Name, Volume: candidate))).ToList();
        var above = all.FirstOrDefault(other => !other.Volume.IsReadOnly && IsBeneath(volume.Source, other.Volume.Source));
        if (above.Volume is not null)
            return $"{above.Name} may write in {above.Volume.Source}, and could make {volume.Source} lead anywhere. Mount the same folder, or let one of them only read.";
        var below = volume.IsReadOnly ? default : all.FirstOrDefault(other => IsBeneath(other.Volume.Source, volume.Source));
        return below.Volume is null ? null : $"It could make {below.Volume.Source}, which {below.Name} mounts, lead anywhere. Mount it to read only, or a folder beside it.";
    }

    private static bool IsBeneath(string path, string above) => path != above && HostFolder.IsWithin(path, above);

    private static IEnumerable<FieldFault> Devices(DesiredContainer container)
    {
        foreach (var device in container.Devices)
        {
            if (HostFolder.WhyUnplain(device) is { } unplain)
                yield return new(ContainerFields.Devices, unplain);
            else if (!container.IsUnsafe && !GpuDevice().IsMatch(device))
                yield return new(ContainerFields.Devices, $"{device} is no device of a GPU. {AskAnAdmin}");
        }
    }

    private static IEnumerable<FieldFault> Gpu(GpuRequest? gpu)
    {
        if (gpu is null)
            yield break;
        // A free name would ask for any device that the host describes, with whatever mounts come with it.
        if (gpu.Ids.Any(id => !GpuId().IsMatch(id)))
            yield return new(ContainerFields.Gpu, "A GPU is named by its UUID (GPU-…) or its index.");
        if (gpu.Count is < 1 or > 64)
            yield return new(ContainerFields.Gpu, "The number of GPUs is at least 1.");
        if (gpu.Count is not null && !gpu.Ids.IsEmpty)
            yield return new(ContainerFields.Gpu, "Name the GPUs or say how many, not both.");
    }

    private static IEnumerable<FieldFault> Network(DesiredContainer container)
    {
        foreach (var further in container.FurtherNetworks.Where(further => further is "host" or "none" or "bridge" or "default" || !VolumeName().IsMatch(further)))
            yield return new(ContainerFields.Network, $"“{further}” is not a network that can be joined besides another one.");
        if (container.FurtherNetworks.Append(container.Network ?? "").GroupBy(name => name).Any(group => group.Count() > 1))
            yield return new(ContainerFields.Network, "A network is joined once.");
        if (!container.FurtherNetworks.IsEmpty && (container.Network is null or "none" or "bridge" or "default" or "host" || container.Reach.SharesNetwork))
            yield return new(ContainerFields.Network, "Docker's own networks and the host's join no others. Name the network to begin with.");
        if (container.Network is not { } network)
            yield break;
        if (network is "host" && !container.Reach.SharesNetwork)
            yield return new(ContainerFields.Network, $"The host's own network is no network to join. {AskAnAdmin}");
        else if (!VolumeName().IsMatch(network))
            yield return new(ContainerFields.Network, $"“{network}” is not the name of a network.");
        else if (container.Reach.SharesNetwork && network is not "host")
            yield return new(ContainerFields.Network, "It shares the host's network, so it can join no other.");
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9_.-]{0,127}\z")]
    private static partial Regex VolumeName();

    [GeneratedRegex(@"\A/dev/(?:dri/(?:renderD[0-9]{1,3}|card[0-9]{1,2})|kfd|nvidia[0-9]{1,2}|nvidiactl|nvidia-uvm|nvidia-uvm-tools|nvidia-modeset)\z")]
    private static partial Regex GpuDevice();

    [GeneratedRegex(@"\A(?:(?:GPU|MIG)-[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{1,2})\z")]
    private static partial Regex GpuId();

    [GeneratedRegex(@"\A[A-Z][A-Z_]{1,40}\z")]
    private static partial Regex Capability();
}
