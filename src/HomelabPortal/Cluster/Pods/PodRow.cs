using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>One pod as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Key">"namespace/name".</param>
/// <param name="Owner">What made it; of no kind for a pod that nobody manages.</param>
/// <param name="RecheckAt">When its state may change without an event.</param>
public sealed record PodRow(
    string Key, string Uid, string Namespace, string Name, HealthState State, string Status, string Word, string Ready,
    int Restarts, DateTimeOffset? LastRestart, string Node, string Ip, DateTimeOffset? Created, Usage Requests, Usage? Used, OwnerLink Owner, DateTimeOffset? RecheckAt)
{
    /// <summary>Our word and kubectl's, so that a filter finds both.</summary>
    public string StateText => Word == Status ? Word : $"{Word} {Status}";

    /// <summary>Node and address, as the filter searches them.</summary>
    public string Place => Ip.Length > 0 ? $"{Node} {Ip}" : Node;

    public string Href => $"/cluster/pods/{Namespace}/{Name}";

    public static PodRow Of(Pod pod, Usage? used, DateTimeOffset now)
    {
        var cells = PodDisplay.Cells(pod);
        var verdict = PodHealth.Judge(pod, cells, now);
        return new PodRow(
            pod.Metadata.Key(), pod.Metadata.Uid, pod.Metadata.Namespace, pod.Metadata.Name, verdict.State, cells.Status, verdict.Word, cells.ReadyText,
            cells.Restarts, cells.LastRestart, pod.Spec.NodeName, PodDisplay.Ip(pod) is var ip and not "<none>" ? ip : "",
            pod.Metadata.CreationTimestamp, PodRequests.Of(pod), used, pod.Metadata.Controller() is { } owner ? new OwnerLink(owner.Kind, owner.Name) : OwnerLink.None, verdict.ChangesAt);
    }
}
