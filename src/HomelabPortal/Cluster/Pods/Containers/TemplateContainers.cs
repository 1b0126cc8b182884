using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>The containers that new pods get, which have no state yet.</summary>
internal static class TemplateContainers
{
    public static IReadOnlyList<ContainerRow> Of(PodTemplate template) =>
    [
        .. template.Spec.InitContainers.Select(container => Row(container, PodDisplay.IsSidecar(container) ? "sidecar" : "init")),
        .. template.Spec.Containers.Select(container => Row(container, "")),
    ];

    private static ContainerRow Row(Container container, string role) => new(container, role, HealthState.Unknown, "", "", 0, null, null, null);
}
