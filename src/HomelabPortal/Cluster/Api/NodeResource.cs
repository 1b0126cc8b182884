using HomelabPortal.Cluster.Nodes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Api;

/// <summary>A node of the cluster.</summary>
/// <param name="Word">The state in one or two words, such as "Ready".</param>
/// <param name="Capacity">What pods may use together.</param>
/// <param name="Requested">What the scheduler has reserved.</param>
/// <param name="Used">Null while nothing measures it.</param>
internal sealed record NodeResource(
    string Name, HealthState State, string Word, string Sentence, string Roles, string Address, string Version,
    UsageResource Capacity, UsageResource Requested, UsageResource? Used, int Pods, int PodCapacity, DateTimeOffset? Created)
{
    public static NodeResource Of(NodeRow row) => new(
        row.Name, row.State, row.Word, row.Sentence, row.Roles, row.Address, row.Version, UsageResource.Of(row.Capacity), UsageResource.Of(row.Requested),
        row.History.Latest is { } latest ? UsageResource.Of(latest) : null, row.Pods, row.PodCapacity, row.Created);
}
