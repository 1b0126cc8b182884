namespace HomelabPortal.Gpu.Pages;

/// <summary>A container with what it holds of the machine's cards.</summary>
/// <param name="MemoryMiB">Null when it holds none or that is not known.</param>
internal sealed record ContainerRow(DockerContainer Container, bool UsesGpu, double? MemoryMiB)
{
    public string Ports => string.Join(", ", Container.Ports);
}
