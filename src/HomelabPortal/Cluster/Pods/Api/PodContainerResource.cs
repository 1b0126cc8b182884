using HomelabPortal.Cluster.Api;
using HomelabPortal.Cluster.Pods.Containers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Api;

/// <summary>A container of a pod, or of what pods are made from.</summary>
/// <param name="Role">"", "init" or "sidecar".</param>
/// <param name="State">Null in a template, as are the three that follow it.</param>
/// <param name="Variables">The names of its environment; values are never told.</param>
/// <param name="Used">Null while nothing measures it.</param>
internal sealed record PodContainerResource(
    string Name, string Role, string Image, HealthState? State, string? Word, string? Detail, int? Restarts, DateTimeOffset? LastRestart,
    IReadOnlyList<string> Ports, string? StartupProbe, string? ReadinessProbe, string? LivenessProbe, IReadOnlyList<string> Variables,
    UsageResource Requests, UsageResource Limits, UsageResource? Used)
{
    public static PodContainerResource Of(ContainerRow row) => OfTemplate(row) with
    {
        State = row.State, Word = row.Word, Detail = row.Detail, Restarts = row.Restarts, LastRestart = row.LastRestart,
        Used = row.Used is { } used ? UsageResource.Of(used) : null,
    };

    public static PodContainerResource OfTemplate(ContainerRow row) => new(
        row.Name, row.Role, row.Container.Image, null, null, null, null, null,
        [.. row.Container.Ports.Select(port => $"{(port.Name.Length > 0 ? port.Name + " " : "")}{port.Number}/{(port.Protocol.Length > 0 ? port.Protocol : "TCP")}")],
        ProbeWords.Of(row.Container.StartupProbe), ProbeWords.Of(row.Container.ReadinessProbe), ProbeWords.Of(row.Container.LivenessProbe),
        [.. row.Container.Environment.Select(variable => variable.Name)],
        Amount(row.Container.Resources.Requests), Amount(row.Container.Resources.Limits), null);

    private static UsageResource Amount(CompactMap<Quantity> amounts) => UsageResource.Of(PodRequests.Amount(amounts));
}
