using HomelabPortal.Cluster.Pods;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Api;

/// <summary>A pod of the cluster.</summary>
/// <param name="Status">kubectl's word for it.</param>
/// <param name="Ready">Such as "1/1".</param>
/// <param name="Used">Null while nothing measures it.</param>
internal sealed record PodResource(
    string Namespace, string Name, HealthState State, string Word, string Status, string Ready, int Restarts, DateTimeOffset? LastRestart,
    string Node, string Ip, UsageResource Requests, UsageResource? Used, DateTimeOffset? Created)
{
    public static PodResource Of(PodRow row) => new(
        row.Namespace, row.Name, row.State, row.Word, row.Status, row.Ready, row.Restarts, row.LastRestart, row.Node, row.Ip,
        UsageResource.Of(row.Requests), row.Used is { } used ? UsageResource.Of(used) : null, row.Created);
}
