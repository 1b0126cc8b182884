using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Cluster.Pods.Containers;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Pods;

public sealed class PodDetailTests
{
    [Theory]
    [InlineData("OOMKilled", 137, "512Mi", "Out of memory: it used more than its limit of 512 MiB and was killed (OOMKilled, exit code 137).")]
    [InlineData("OOMKilled", 137, null, "Out of memory: its node had none left and killed it (OOMKilled, exit code 137). It has no limit of its own.")]
    [InlineData("Error", 1, null, "Exit code 1.")]
    [InlineData("Error", 127, null, "Its command was not found in the image (exit code 127).")]
    [InlineData("Error", 134, null, "Stopped by signal 6 (exit code 134).")]
    [InlineData("ContainerCannotRun", 128, null, "Exit code 128, ContainerCannotRun.")]
    public void LastEnd_ByReasonAndExitCode_IsExplained(string reason, int code, string? limit, string words)
    {
        var limits = limit is null ? CompactMap<Quantity>.Empty : CompactMap<Quantity>.From([new("memory", Quantity.Parse(limit))]);
        var container = new Container { Resources = new ContainerResources { Limits = limits } };

        Assert.Equal(words, LastEnd.Explain(new ContainerTerminated { Reason = reason, ExitCode = code }, container));
    }

    [Fact]
    public void Probe_OfHttp_IsSaidInWords() => Assert.Equal(
        "GET /healthz on port http answers; first after 5 s, then every 20 s, 4 failures in a row count",
        ProbeWords.Of(new Probe { HttpGet = new ProbeHttp { Path = "/healthz", Port = "http" }, InitialDelaySeconds = 5, PeriodSeconds = 20, FailureThreshold = 4 }));

    [Fact]
    public void Rights_OfAPodOnItsNodesNetwork_AreTold()
    {
        var notes = SecurityNotes.Of(new PodSpec
        {
            HostNetwork = true,
            Volumes = [new PodVolume { Name = "run", Kind = "hostPath", Source = "/run" }, new PodVolume { Name = "kube-api-access", Kind = "projected" }],
            ServiceAccountName = "speaker",
            Containers = [new Container { Name = "speaker", SecurityContext = new SecurityContext { Capabilities = new Capabilities { Add = ["NET_RAW"] } } }],
        });

        Assert.Equal(["Network of the node", "Folders of the node", "More rights", "May be root", "Can talk to the cluster"], notes.Select(note => note.Word));
    }

    [Theory]
    [InlineData(null, true, null, null, false)]
    [InlineData(null, true, null, false, true)]
    [InlineData(1000L, null, null, null, false)]
    [InlineData(1000L, null, 0L, null, true)]
    [InlineData(null, null, null, null, true)]
    public void Root_ByPodAndContainer_TheContainerDecides(long? podUser, bool? podNonRoot, long? user, bool? nonRoot, bool mayBeRoot)
    {
        var notes = SecurityNotes.Of(new PodSpec
        {
            SecurityContext = new SecurityContext { RunAsUser = podUser, RunAsNonRoot = podNonRoot },
            Containers = [new Container { Name = "app", SecurityContext = new SecurityContext { RunAsUser = user, RunAsNonRoot = nonRoot } }],
        });

        Assert.Equal(mayBeRoot, notes.Any(note => note.Word == "May be root"));
    }

    [Fact]
    public void Use_OfTheOnlyContainer_IsThatOfItsPod()
    {
        var pod = Pod("web", Running());
        var metrics = ClusterMetrics.None with { Pods = ClusterMetrics.None.Pods.Add("media/web", new Usage(0.5, 1 << 20)) };

        Assert.Equal(0.5, ContainerRows.Of(pod, metrics)[0].Used?.Cpu);
    }

    [Fact]
    public void Range_OfANamespace_HasItsPodsAndNoOthers()
    {
        var pods = new[] { "a-1", "media", "media-2", "zoo" }.SelectMany(ns => Enumerable.Range(0, 3).Select(index => Pod($"p{index}") with { Metadata = Meta($"p{index}", ns) })).ToArray();
        var rows = new ClusterState { Pods = Kind(pods) }.WithRows().PodRows;

        foreach (var ns in new[] { "a-1", "media", "media-2", "zoo", "none" })
            Assert.Equal(rows.Where(row => row.Namespace == ns), PodRange.Of(rows, ns));
    }
}
