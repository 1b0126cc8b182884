using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>One application of Argo CD as the list shows it.</summary>
/// <param name="Policy">What Argo CD does by itself: "self-heals, prunes".</param>
public sealed record ApplicationRow(
    string Uid, string Namespace, string Name, HealthState State, string Word, string Sentence, string Sync, string Health,
    string Source, string Path, string Repository, string Revision, string Destination, string Policy, DateTimeOffset? LastSync)
{
    public string Href => $"/cluster/applications/{Namespace}/{Name}";

    internal static ApplicationRow Of(ArgoApplication application, DateTimeOffset now)
    {
        var (item, spec, status) = (application.Metadata, application.Spec, application.Status);
        var verdict = ApplicationHealth.Judge(application, now);
        var sources = ApplicationSource.Of(spec);
        var first = sources.Count == 0 ? new ApplicationSource("", "", "") : sources[0];
        var path = $"{(first.Path.Length > 0 ? first.Path : "/")}{(sources.Count > 1 ? $" + {sources.Count - 1}" : "")}";
        return new ApplicationRow(
            item.Uid, item.Namespace, item.Name, verdict.State, verdict.Word, verdict.Sentence, status.Sync?.Status ?? "", status.Health?.Status ?? "",
            $"{first.Repository} {path} {first.Revision}", path, first.ShortRepository, first.Revision, spec.Destination.Namespace, PolicyWords(spec.SyncPolicy), status.OperationState?.FinishedAt);
    }

    internal static string PolicyWords(ArgoSyncPolicy? policy) => policy?.Automated switch
    {
        null => "by hand",
        { SelfHeal: true, Prune: true } => "self-heals, prunes",
        { SelfHeal: true } => "self-heals",
        { Prune: true } => "syncs, prunes",
        _ => "syncs",
    };
}
