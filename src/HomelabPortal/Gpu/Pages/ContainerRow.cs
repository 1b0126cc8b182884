using HomelabPortal.Exposures.Backing;

namespace HomelabPortal.Gpu.Pages;

/// <summary>A container with what it holds of the machine's cards.</summary>
/// <param name="MemoryMiB">Null when it holds none or that is not known.</param>
/// <param name="Door">The name it is reached under, or where it gets one; null where nothing can lead to it.</param>
/// <param name="HasNewer">Its registry has a newer image.</param>
internal sealed record ContainerRow(DockerContainer Container, bool UsesGpu, double? MemoryMiB, DoorLine? Door, bool HasNewer)
{
    /// <summary>"Up 8 days": how its check stands is said by its state.</summary>
    public string Since => Container.IsRunning && Container.Status.IndexOf(" (", StringComparison.Ordinal) is > 0 and var at ? Container.Status[..at] : Container.Status;

    public string Ports => string.Join(", ", Container.Ports);
}
