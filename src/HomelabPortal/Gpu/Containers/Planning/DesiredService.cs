using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>That a container serves, which may take minutes after it was started. A step of its own, so that nothing waits for it.</summary>
internal sealed record DesiredService(DesiredContainer Container)
    : DesiredResource(DesiredRun.KeyOf(ContainerView.HealthKind, Container), Container.Id, Container.Place);
