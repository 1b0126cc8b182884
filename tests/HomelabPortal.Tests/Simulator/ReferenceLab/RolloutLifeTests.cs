using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.ReferenceLab;

/// <summary>The controllers of the simulated cluster roll workloads out as the real ones do.</summary>
public sealed class RolloutLifeTests
{
    private readonly LivingLab _lab = new();

    [Fact]
    public void Restart_OfARollingDeployment_NeverLacksAPodAndMakesTheNextRevision()
    {
        var least = int.MaxValue;
        Restart("Deployment", "gitea", "gitea-runner");
        for (var second = 0; second < 20; second++)
        {
            _lab.Live(1);
            least = Math.Min(least, _lab.Pods("gitea-runner").Count(IsReady));
        }

        Assert.Equal(2, least);
        Assert.Equal("4", Annotation("Deployment", "gitea", "gitea-runner", "deployment.kubernetes.io/revision"));
        Assert.Equal([2, 2, 2, 2, 0], Status("Deployment", "gitea", "gitea-runner", "replicas", "updatedReplicas", "readyReplicas", "availableReplicas", "unavailableReplicas"));
        Assert.Equal("NewReplicaSetAvailable", Progressing("gitea", "gitea-runner"));
    }

    [Fact]
    public void Restart_OfADeploymentThatRecreates_HasOnePodAtATime()
    {
        Restart("Deployment", "media", "radarr");
        var most = 0;
        for (var second = 0; second < 15; second++)
        {
            _lab.Live(1);
            most = Math.Max(most, _lab.Pods("radarr").Count);
        }

        Assert.Equal(1, most);
        Assert.Equal("4", Annotation("Deployment", "media", "radarr", "deployment.kubernetes.io/revision"));
    }

    [Fact]
    public void Rollback_ToTheTemplateOfAnEarlierReplicaSet_UsesItAgainUnderTheNextNumber()
    {
        var older = _lab.Store.List("apps", "replicasets").Single(set => Name(set).StartsWith("stirling-pdf-", StringComparison.Ordinal) && (string?)set["metadata"]!["annotations"]!["deployment.kubernetes.io/revision"] == "2");
        var template = older["spec"]!["template"]!.DeepClone();
        template["metadata"]!["labels"]!.AsObject().Remove("pod-template-hash");
        Change("Deployment", "home", "stirling-pdf", spec => spec["template"] = template);

        _lab.Live(15);

        var used = _lab.Store.Get("apps/v1", "ReplicaSet", "home", Name(older))!;
        Assert.Equal(("4", 1), ((string)used["metadata"]!["annotations"]!["deployment.kubernetes.io/revision"]!, (int)used["spec"]!["replicas"]!));
        Assert.Equal("stirlingtools/stirling-pdf:1.4.0", (string?)_lab.Pod("stirling-pdf")["spec"]!["containers"]![0]!["image"]);
    }

    [Fact]
    public void Rollout_WhoseImageIsNotToBeHad_KeepsTheOldPodAndFailsAtItsDeadline()
    {
        Change("Deployment", "gitea", "gitea-runner", spec =>
        {
            spec["progressDeadlineSeconds"] = 60;
            spec["template"]!["spec"]!["containers"]![0]!["image"] = "registry.example.org/does-not-exist:2";
        });
        Untrack("Deployment", "gitea", "gitea-runner");

        _lab.Live(40);
        Assert.Equal(2, _lab.Pods("gitea-runner").Count(IsReady));
        Assert.Equal("ReplicaSetUpdated", Progressing("gitea", "gitea-runner"));

        _lab.Live(60);
        Assert.Equal("ProgressDeadlineExceeded", Progressing("gitea", "gitea-runner"));
    }

    [Fact]
    public void Restart_OfAStatefulSet_ReplacesItsPodUnderTheSameName()
    {
        var old = _lab.Pod("postgres");
        Restart("StatefulSet", "databases", "postgres");
        _lab.Live(2);
        var status = _lab.Store.Get("apps/v1", "StatefulSet", "databases", "postgres")!["status"]!;
        Assert.NotEqual((string)status["currentRevision"]!, (string)status["updateRevision"]!);

        _lab.Live(10);

        Assert.NotEqual((string)old["metadata"]!["uid"]!, (string)_lab.Pod("postgres")["metadata"]!["uid"]!);
        status = _lab.Store.Get("apps/v1", "StatefulSet", "databases", "postgres")!["status"]!;
        Assert.Equal((string)status["updateRevision"]!, (string)status["currentRevision"]!);
    }

    [Fact]
    public void Restart_OfADaemonSet_GoesNodeByNode()
    {
        var set = _lab.Store.List("apps", "daemonsets").First(item => (int)item["status"]!["numberReady"]! > 2);
        var (ns, name, all) = ((string)set["metadata"]!["namespace"]!, Name(set), (int)set["status"]!["numberReady"]!);
        var least = all;
        Restart("DaemonSet", ns, name);
        for (var second = 0; second < 60; second++)
        {
            _lab.Live(1);
            least = Math.Min(least, _lab.Pods(name).Count(IsReady));
        }

        Assert.Equal(all - 1, least);
        Assert.Equal([all, all, all, all], Status("DaemonSet", ns, name, "desiredNumberScheduled", "updatedNumberScheduled", "numberReady", "numberAvailable"));
    }

    [Fact]
    public void Scale_OfWhatArgoCdKeeps_IsPutBackAfterAWhile()
    {
        Change("Deployment", "media", "sonarr", spec => spec["replicas"] = 3);
        _lab.Live(12);
        Assert.Equal(3, _lab.Pods("sonarr").Count);
        Assert.Equal("OutOfSync", Sync("sonarr"));

        _lab.Live(40);

        Assert.Single(_lab.Pods("sonarr"));
        Assert.Equal("Synced", Sync("sonarr"));
    }

    [Fact]
    public void Restart_OfWhatArgoCdKeeps_Stays()
    {
        Restart("Deployment", "media", "sonarr");
        _lab.Live(60);

        Assert.NotNull(_lab.Store.Get("apps/v1", "Deployment", "media", "sonarr")!["spec"]!["template"]!["metadata"]!["annotations"]!["kubectl.kubernetes.io/restartedAt"]);
        Assert.Equal("Synced", Sync("sonarr"));
    }

    private void Restart(string kind, string ns, string name) =>
        Change(kind, ns, name, spec => spec["template"]!["metadata"]!["annotations"] = new JsonObject { ["kubectl.kubernetes.io/restartedAt"] = "2026-11-21T09:30:00Z" });

    private void Change(string kind, string ns, string name, Action<JsonNode> change)
    {
        var item = _lab.Store.Get("apps/v1", kind, ns, name)!;
        change(item["spec"]!);
        _lab.Store.Put(item);
    }

    private void Untrack(string kind, string ns, string name)
    {
        var item = _lab.Store.Get("apps/v1", kind, ns, name)!;
        item["metadata"]!["annotations"]!.AsObject().Remove("argocd.argoproj.io/tracking-id");
        _lab.Store.Put(item);
    }

    private string Sync(string application) => (string)_lab.Store.Get("argoproj.io/v1alpha1", "Application", "argocd", application)!["status"]!["sync"]!["status"]!;

    private string Progressing(string ns, string name) =>
        (string)_lab.Store.Get("apps/v1", "Deployment", ns, name)!["status"]!["conditions"]!.AsArray().Single(condition => (string)condition!["type"]! == "Progressing")!["reason"]!;

    private string? Annotation(string kind, string ns, string name, string key) => (string?)_lab.Store.Get("apps/v1", kind, ns, name)!["metadata"]!["annotations"]?[key];

    private IEnumerable<int> Status(string kind, string ns, string name, params string[] members) =>
        members.Select(member => (int?)_lab.Store.Get("apps/v1", kind, ns, name)!["status"]![member] ?? 0);

    private static bool IsReady(JsonObject pod) => pod["status"]?["conditions"]?.AsArray().Any(condition => (string)condition!["type"]! == "Ready" && (string)condition["status"]! == "True") == true;

    private static string Name(JsonObject item) => (string)item["metadata"]!["name"]!;
}
