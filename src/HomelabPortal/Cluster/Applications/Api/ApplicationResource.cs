using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications.Api;

/// <summary>An application of Argo CD.</summary>
/// <param name="Word">The state in one or two words.</param>
/// <param name="Sync">As Argo CD says it: Synced, OutOfSync or Unknown.</param>
/// <param name="Health">As Argo CD says it: Healthy, Progressing, Degraded, Suspended, Missing or Unknown.</param>
/// <param name="SelfHeal">True when changes by hand are put back.</param>
/// <param name="Operation">How its last sync ended: Succeeded, Failed, Error or Running; empty when there was none.</param>
internal sealed record ApplicationResource(
    string Namespace, string Name, HealthState State, string Word, string Sentence, string Sync, string Health, string Revision,
    IReadOnlyList<ApplicationSourceResource> Sources, string Destination, bool Automated, bool SelfHeal, bool Prune, string Operation, string OperationMessage, DateTimeOffset? OperationFinished)
{
    public static ApplicationResource Of(ArgoApplication application, DateTimeOffset now)
    {
        var (item, spec, status) = (application.Metadata, application.Spec, application.Status);
        var verdict = ApplicationHealth.Judge(application, now);
        return new ApplicationResource(
            item.Namespace, item.Name, verdict.State, verdict.Word, verdict.Sentence, status.Sync?.Status ?? "", status.Health?.Status ?? "", status.Sync?.Revision ?? "",
            [.. ApplicationSource.Of(spec).Select(source => new ApplicationSourceResource(source.Repository, source.Path, source.Revision))], spec.Destination.Namespace,
            spec.SyncPolicy?.Automated is not null, spec.SyncPolicy?.Automated?.SelfHeal == true, spec.SyncPolicy?.Automated?.Prune == true,
            status.OperationState?.Phase ?? "", status.OperationState?.Message ?? "", status.OperationState?.FinishedAt);
    }
}
