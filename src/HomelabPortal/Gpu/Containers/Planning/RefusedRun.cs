using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>A container that breaks a rule. What of it stands on the host stays as it is, and so does its place on the GPU.</summary>
internal sealed record RefusedRun(DesiredContainer Container, string Why)
    : RefusedResource(DesiredRun.KeyOf(ContainerView.ContainerKind, Container), Container.Id, Container.Place, Why);
