using HomelabPortal.Api;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Api;

/// <summary>A Docker host and its containers, with a freshness of its own.</summary>
/// <param name="Address">Where the cluster reaches what it publishes; null when unknown.</param>
internal sealed record DockerHostResource(string Name, string? Address, Listing<ContainerResource> Containers)
{
    public static DockerHostResource Of(DockerHostState host) => new(
        host.Name, host.LanAddress,
        Listing<ContainerResource>.Of(new Freshness(host is { AsOf: null, Fault: null }, host.AsOf, host.Fault), host.Containers.Select(container => ContainerResource.Of(host.Name, container))));
}
