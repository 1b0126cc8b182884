using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications.Api;

/// <summary>A chart that k3s installs by itself.</summary>
/// <param name="Target">The namespace it is installed into.</param>
/// <param name="Job">The job that installs it; empty while there is none.</param>
internal sealed record ChartResource(string Namespace, string Name, HealthState State, string Word, string Sentence, string Chart, string Version, string Repository, string Target, string Job)
{
    public static ChartResource Of(ChartRow row) => new(row.Namespace, row.Name, row.State, row.Word, row.Sentence, row.Chart, row.Version, row.Repository, row.Target, row.Job);
}
