using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Containers.Templates;

/// <summary>A container that people often want, with what usually suits one card of 24 GB.</summary>
/// <param name="Note">What to know or to prepare before; null when there is nothing.</param>
/// <param name="Container">In its variables, <see cref="HostAddress"/> stands for the address of the host.</param>
internal sealed record ContainerTemplate(string Id, string Title, string Summary, string? Note, ContainerWish Container)
{
    public const string HostAddress = "HOST-ADDRESS";

    /// <summary>For one host: bound to the address at which the house reaches it, or to the host alone while none is known.</summary>
    public ContainerWish For(string host, string? address) => Container with
    {
        Host = host,
        Ports = Container.Ports is { } ports ? [.. ports.Select(port => port with { Address = address ?? "127.0.0.1" })] : null,
        Variables = Container.Variables is { } variables ? [.. variables.Select(variable => variable with { Value = Filled(variable.Value, address) })] : null,
    };

    /// <summary>Inside a container, 127.0.0.1 is the container itself: without an address of the host the value is the person's to give.</summary>
    private static string? Filled(string? value, string? address) =>
        value?.Contains(HostAddress, StringComparison.Ordinal) == true ? address is null ? "" : value.Replace(HostAddress, address, StringComparison.Ordinal) : value;
}
