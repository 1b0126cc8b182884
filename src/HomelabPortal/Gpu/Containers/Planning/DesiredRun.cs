using HomelabPortal.Desired.Containers;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>A container that should be on a host.</summary>
internal sealed record DesiredRun(DesiredContainer Container)
    : DesiredResource(KeyOf(ContainerView.ContainerKind, Container), Container.Id, Container.Place)
{
    /// <summary>The names it has to wait for; null where it waits for none.</summary>
    public OpenDoors? Doors { get; init; }

    public string Hash { get; } = SpecHash.Of(Container);

    public static ResourceKey KeyOf(string kind, DesiredContainer container) => new(ContainerView.Target, kind, container.Place);
}
