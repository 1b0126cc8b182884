using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>
/// Argo CD's self-heal: what it tracks is put back to how it stood when the lab began, which stands for Git.
/// Only what Git says is compared: the time of a restart and the status are none of its business.
/// </summary>
internal sealed class GitOpsHabit : ILabHabit
{
    private static readonly (string Group, string Plural)[] Kept = [("apps", "deployments"), ("apps", "statefulsets"), ("apps", "daemonsets"), ("batch", "cronjobs")];
    private static readonly TimeSpan Notices = TimeSpan.FromSeconds(20);
    private readonly KubernetesStore _store;
    private readonly ChangeGate _gate;
    private readonly Dictionary<string, JsonObject> _git = [];
    private readonly Dictionary<string, DateTimeOffset> _drifted = [];

    public GitOpsHabit(KubernetesStore store)
    {
        (_store, _gate) = (store, new ChangeGate(store, Kept));
        foreach (var item in Tracked()) _git[item.Uid()] = Wanted(item);
    }

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(5);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged() && _drifted.Count == 0) return;
        foreach (var item in Tracked())
        {
            if (!_git.TryGetValue(item.Uid(), out var git) || JsonNode.DeepEquals(git, Wanted(item)))
            {
                if (_drifted.Remove(item.Uid())) Tell(item, "Synced");
            }
            else if (_drifted.TryAdd(item.Uid(), now)) Tell(item, "OutOfSync");
            else if (_drifted[item.Uid()] + Notices <= now) Heal(item, git, now);
        }
    }

    private IEnumerable<JsonObject> Tracked() => Kept.SelectMany(kind => _store.List(kind.Group, kind.Plural)).Where(item => Application(item) is { } name && SelfHeals(name));

    private bool SelfHeals(string application) =>
        (bool?)_store.Get("argoproj.io/v1alpha1", "Application", "argocd", application)?["spec"]?["syncPolicy"]?["automated"]?["selfHeal"] == true;

    private void Heal(JsonObject item, JsonObject git, DateTimeOffset now)
    {
        _store.Edit(item, current =>
        {
            foreach (var (member, value) in git.Where(entry => entry.Key != "template")) current["spec"]![member] = value?.DeepClone();
            if (git["template"] is { } pods) current["spec"]!["template"]!["spec"] = pods.DeepClone();
        });
        LabEvents.Record(_store, item, "Normal", "ResourceUpdated", $"Updated sync status: OutOfSync -> Synced by {Application(item)}", "argocd-application-controller", now);
    }

    private void Tell(JsonObject item, string status)
    {
        if (_store.Get("argoproj.io/v1alpha1", "Application", "argocd", Application(item)!) is { } application)
            _store.Edit(application, current => current["status"]!["sync"]!["status"] = status);
    }

    private static string? Application(JsonObject item) => ((string?)item["metadata"]!["annotations"]?["argocd.argoproj.io/tracking-id"])?.Split(':')[0];

    private static JsonObject Wanted(JsonObject item)
    {
        var spec = item["spec"]!;
        var wanted = new JsonObject();
        if (spec["replicas"] is { } replicas) wanted["replicas"] = replicas.DeepClone();
        if ((string)item["kind"]! == "CronJob") wanted["suspend"] = (bool?)spec["suspend"] ?? false;
        if (spec["template"]?["spec"] is { } pods) wanted["template"] = pods.DeepClone();
        return wanted;
    }
}
