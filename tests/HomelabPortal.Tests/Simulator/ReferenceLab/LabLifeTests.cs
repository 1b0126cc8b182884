using System.Text.Json.Nodes;
using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Simulator.ReferenceLab;

public sealed class LabLifeTests
{
    private readonly LivingLab _lab = new();

    [Fact]
    public void QuarterOfAnHour_Lived_BreaksNoHabitAndKeepsEveryAppsPods()
    {
        var before = AppPods();

        _lab.Live(900);

        Assert.Null(_lab.LastFault);
        Assert.Equal(before, AppPods());

        int AppPods() => _lab.Store.List("", "pods").Count(pod => (string)pod["metadata"]!["ownerReferences"]![0]!["kind"]! != "Job");
    }

    [Fact]
    public void Rebuild_Lived_GoesOnToTheEndAndMakesTheVolumeHealthy()
    {
        var before = Rebuild();
        _lab.Live(9);
        Assert.True((int)Rebuild()["progress"]! > (int)before["progress"]!);

        _lab.Live(400);

        Assert.False((bool)Rebuild()["isRebuilding"]!);
        Assert.Single(_lab.Store.List("longhorn.io", "volumes"), volume => (string)volume["status"]!["robustness"]! == "degraded");

        JsonNode Rebuild() => Assert.Single(_lab.Store.List("longhorn.io", "engines"), engine => engine["status"]!["rebuildStatus"]!.AsObject().Count > 0)["status"]!["rebuildStatus"]!.AsObject().Single().Value!;
    }

    [Fact]
    public void CrashLoop_Lived_GoesRoundWithOneMoreRestart()
    {
        var restarts = Restarts(_lab.Pod("jellyseerr"));
        var seen = new HashSet<string>();
        for (var i = 0; i < 80; i++)
        {
            _lab.Live(1);
            seen.Add(Container(_lab.Pod("jellyseerr"))["state"]!.AsObject().Single().Key);
            Assert.False((bool)Container(_lab.Pod("jellyseerr"))["ready"]!);
        }

        Assert.Equal(["running", "terminated", "waiting"], seen.Order());
        Assert.Equal(restarts + 1, Restarts(_lab.Pod("jellyseerr")));
    }

    [Fact]
    public void Pod_Deleted_ComesBackUnderAnotherNameAndAddress()
    {
        var old = _lab.Pod("sonarr");
        _lab.Store.Delete("v1", "Pod", "media", Name(old));

        _lab.Live(1);
        Assert.Equal("Pending", (string)_lab.Pod("sonarr")["status"]!["phase"]!);
        _lab.Live(8);

        var back = _lab.Pod("sonarr");
        Assert.NotEqual(Name(old), Name(back));
        Assert.Equal("Running", (string)back["status"]!["phase"]!);
        var slice = _lab.Store.List("discovery.k8s.io", "endpointslices").Single(item => (string)item["metadata"]!["labels"]!["kubernetes.io/service-name"]! == "sonarr");
        Assert.Equal((string)back["status"]!["podIP"]!, (string)slice["endpoints"]![0]!["addresses"]![0]!);
    }

    [Fact]
    public void StatefulPod_Deleted_ComesBackUnderItsName()
    {
        var old = _lab.Pod("postgres");
        _lab.Store.Delete("v1", "Pod", "databases", "postgres-0");

        _lab.Live(8);

        Assert.Equal("postgres-0", Name(_lab.Pod("postgres")));
        Assert.NotEqual((string)old["metadata"]!["uid"]!, (string)_lab.Pod("postgres")["metadata"]!["uid"]!);
    }

    [Fact]
    public void Deployment_Scaled_GetsItsPodsAndSaysSo()
    {
        Change("media", "sonarr", spec => spec["replicas"] = 3);
        _lab.Live(10);

        Assert.Equal(3, _lab.Pods("sonarr").Count);
        Assert.Equal(3, (int)_lab.Store.Get("apps/v1", "Deployment", "media", "sonarr")!["status"]!["readyReplicas"]!);

        Change("media", "sonarr", spec => spec["replicas"] = 0);
        _lab.Live(5);

        Assert.Empty(_lab.Pods("sonarr"));
    }

    [Fact]
    public void Deployment_Restarted_GetsANewReplicaSetAndNewPods()
    {
        var old = _lab.Pod("radarr");
        Change("media", "radarr", spec => spec["template"]!["metadata"]!["annotations"] = new JsonObject { ["kubectl.kubernetes.io/restartedAt"] = "2026-11-21T09:30:00Z" });

        _lab.Live(10);

        Assert.NotEqual((string)old["metadata"]!["labels"]!["pod-template-hash"]!, (string)_lab.Pod("radarr")["metadata"]!["labels"]!["pod-template-hash"]!);
    }

    [Fact]
    public void Node_Cordoned_GetsNoNewPods()
    {
        foreach (var name in new[] { "node1", "node2" })
        {
            var node = _lab.Store.Get("v1", "Node", null, name)!;
            node["spec"]!["unschedulable"] = true;
            _lab.Store.Put(node);
        }
        _lab.Store.Delete("v1", "Pod", "media", Name(_lab.Pod("sonarr")));

        _lab.Live(8);

        Assert.Equal("node3", (string)_lab.Pod("sonarr")["spec"]!["nodeName"]!);
    }

    [Fact]
    public void Deployment_Deleted_TakesItsPodsAlong()
    {
        _lab.Store.Delete("apps/v1", "Deployment", "media", "lidarr");

        _lab.Live(12);

        Assert.Empty(_lab.Pods("lidarr"));
    }

    [Fact]
    public void Metrics_Lived_Move()
    {
        var before = Usage();

        _lab.Live(15);

        Assert.NotEqual(before, Usage());
        Assert.Equal("2026-11-21T09:30:15Z", (string)_lab.Store.Get("metrics.k8s.io/v1beta1", "NodeMetrics", null, "node2")!["timestamp"]!);

        string Usage() => _lab.Store.Get("metrics.k8s.io/v1beta1", "NodeMetrics", null, "node2")!["usage"]!.ToJsonString();
    }

    [Fact]
    public void Restart_WithinTenMinutes_HitsSomePodAndPasses()
    {
        var total = Total();
        _lab.Live(600);

        Assert.InRange(Total() - total, 1, 3);
        _lab.Live(30);
        Assert.All(_lab.Store.List("", "pods").Where(pod => (string)pod["status"]!["phase"]! == "Running" && !Name(pod).StartsWith("jellyseerr", StringComparison.Ordinal)), pod => Assert.True((bool)Container(pod)["ready"]!, Name(pod)));

        int Total() => _lab.Store.List("", "pods").Where(pod => !Name(pod).StartsWith("jellyseerr", StringComparison.Ordinal)).Sum(Restarts);
    }

    [Fact]
    public void SameSeed_Lived_GivesTheSameLab()
    {
        var other = new LivingLab();

        _lab.Live(700);
        other.Live(700);

        Assert.Equal(_lab.Store.List("", "pods").Select(pod => pod.ToJsonString()), other.Store.List("", "pods").Select(pod => pod.ToJsonString()));
    }

    private void Change(string ns, string name, Action<JsonNode> change)
    {
        var deployment = _lab.Store.Get("apps/v1", "Deployment", ns, name)!;
        change(deployment["spec"]!);
        _lab.Store.Put(deployment);
    }

    private static string Name(JsonObject item) => (string)item["metadata"]!["name"]!;

    private static JsonNode Container(JsonObject pod) => pod["status"]!["containerStatuses"]![0]!;

    private static int Restarts(JsonObject pod) => (int)Container(pod)["restartCount"]!;
}
