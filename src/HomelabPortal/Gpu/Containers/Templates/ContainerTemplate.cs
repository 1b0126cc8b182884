using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Containers.Templates;

/// <summary>A container that people often want, with what usually suits one card of 24 GB.</summary>
/// <param name="Note">What to know or to prepare before; null when there is nothing.</param>
internal sealed record ContainerTemplate(string Id, string Title, string Summary, string? Note, ContainerWish Container)
{
    /// <summary>For one host: bound to the address at which the house reaches it, or to the host alone while none is known.</summary>
    public ContainerWish For(string host, string? address) => Container with
    {
        Host = host,
        Ports = Container.Ports is { } ports ? [.. ports.Select(port => port with { Address = address ?? "127.0.0.1" })] : null,
    };
}
