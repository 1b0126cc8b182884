using HomelabPortal.Desired;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>The button beside a finding leads to where it is put right.</summary>
public sealed class TraceFixTests
{
    private const string Restart = "/cluster/workloads/statefulsets/media/tv?ask=restart";
    private static readonly ContainerStatus _crashing = Waiting("CrashLoopBackOff", restarts: 14, last: new ContainerTerminated { ExitCode = 1, Reason = "Error", FinishedAt = Now.AddMinutes(-1) });
    private static readonly ContainerStatus _tooBig = Waiting("CrashLoopBackOff", restarts: 3, last: new ContainerTerminated { ExitCode = 137, Reason = "OOMKilled", FinishedAt = Now.AddMinutes(-1) });

    [Theory]
    [InlineData("2a tunnel: a rule above takes everything")]
    [InlineData("tunnel: its rule answers itself")]
    [InlineData("tunnel: no rule")]
    [InlineData("tunnel: a path that cannot be read")]
    public void Rule_OfAnExposure_LeadsToItsPlan(string fault) =>
        Assert.Equal(new TraceFix("See the exposure's plan", "/exposures/exp0000001"), FixOf(Faults(fault) with { Exposures = [Exposed(Visibility.Tunnel)] }));

    [Theory]
    [InlineData("2a tunnel: a rule above takes everything")]
    [InlineData("tunnel: its rule answers itself")]
    [InlineData("tunnel: a path that cannot be read")]
    public void Rule_ThatNoExposureKeeps_LeadsToTheRules(string fault)
    {
        Assert.Equal("See the rules", FixOf(Faults(fault))?.Text);
        Assert.Equal("See the rules", FixOf(Faults(fault) with { Exposures = [Exposed(Visibility.Lan)] })?.Text);
    }

    [Fact]
    public void Pod_ThatCrashes_AsksForARestart() => Assert.Equal(new TraceFix("Restart tv", Restart), FixOf(Down(_crashing)));

    [Fact]
    public void Pod_OutOfMemory_AsksForARestart() => Assert.Equal(new TraceFix("Restart tv", Restart), FixOf(Down(_tooBig)));

    [Fact]
    public void Pod_ThatIsNotReady_AsksForARestart() => Assert.Equal(new TraceFix("Restart tv", Restart), FixOf(Down(Running() with { Ready = false })));

    /// <summary>Starting it anew brings neither an image nor room.</summary>
    [Fact]
    public void Pod_WithoutItsImage_IsOnlyShown() => Assert.Equal(new TraceFix("See tv", Restart.Split('?')[0]), FixOf(Down(Waiting("ImagePullBackOff", "not found"), "Pending")));

    [Fact]
    public void Pod_OfAJobThatCrashes_IsOnlyShown() => Assert.Equal("See tv", FixOf(Down(_crashing, owner: "Job"))?.Text);

    private static TraceWorld Faults(string name) => name == "tunnel: a path that cannot be read"
        ? new TraceWorld { Tunnel = Rules("""[["tv.cowlab.org", "http://10.0.0.7:80", "^/[[:alpha:]]+"], ["tv.cowlab.org", "ingress"]]""") }
        : (TraceFaults.Proof.GetValueOrDefault(name) ?? TraceFaults.More[name]).Inject(new TraceWorld());

    private static TraceFix? FixOf(TraceWorld world) => world.Trace(Tv).Entries[0].Culprit?.Worst?.Fix;

    private static Exposure Exposed(Visibility visibility) => new() { Id = "exp0000001", Hostname = Hostname.Parse(Tv), Backend = new KubernetesBackend("media", "tv", "http"), Visibility = visibility };

    private static TraceWorld Down(ContainerStatus status, string phase = "Running", string owner = "StatefulSet")
    {
        var pod = TraceObjects.Pod("tv-0", "tv", status, "tv-data", phase);
        pod = pod with { Metadata = pod.Metadata with { OwnerReferences = [new OwnerReference { Kind = owner, Name = "tv", Controller = true }] } };
        return new TraceWorld().With(cluster => cluster with
        {
            Pods = cluster.Pods with { Items = cluster.Pods.Items.SetItem("media/tv-0", pod) },
            EndpointSlices = cluster.EndpointSlices with { Items = cluster.EndpointSlices.Items.SetItem("media/tv-x1", TraceObjects.Slice("tv", "media", "http", "10.42.1.7", "tv-0", isReady: false)) },
        });
    }
}
