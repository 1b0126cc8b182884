using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>One chart that k3s keeps as the list shows it.</summary>
/// <param name="Target">The namespace it is installed into.</param>
public sealed record ChartRow(
    string Uid, string Namespace, string Name, HealthState State, string Word, string Sentence, string Chart, string Version, string Repository, string Target, string Job, DateTimeOffset? Created)
{
    public string Href => $"/cluster/applications/charts/{Namespace}/{Name}";

    internal static ChartRow Of(HelmChart chart, ClusterState state)
    {
        var (item, spec) = (chart.Metadata, chart.Spec);
        var verdict = ChartHealth.Judge(chart, state);
        return new ChartRow(
            item.Uid, item.Namespace, item.Name, verdict.State, verdict.Word, verdict.Sentence, spec.Chart.Length > 0 ? spec.Chart : "in the object itself", spec.Version,
            spec.Repo, spec.TargetNamespace.Length > 0 ? spec.TargetNamespace : item.Namespace, chart.Status.JobName, item.CreationTimestamp);
    }
}
