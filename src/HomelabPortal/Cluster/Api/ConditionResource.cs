using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Api;

/// <summary>What an object reports of itself.</summary>
/// <param name="State">Whether that is good news.</param>
internal sealed record ConditionResource(string Type, string Status, HealthState State, string Reason, string Message, DateTimeOffset? Since)
{
    public static ConditionResource Of(Condition condition) =>
        new(condition.Type, condition.Status, ConditionMeaning.Judge(condition), condition.Reason, condition.Message, condition.LastTransitionTime);
}
