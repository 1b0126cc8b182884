using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>A container that should be on a host.</summary>
internal sealed record DesiredRun(DesiredContainer Container)
    : DesiredResource(KeyOf(ContainerView.ContainerKind, Container), Container.Id, Container.Place)
{
    public string Hash { get; } = SpecHash.Of(Container);

    public static ResourceKey KeyOf(string kind, DesiredContainer container) => new(ContainerView.Target, kind, container.Place);
}
