using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Overview;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Overview;

public sealed class SourceFreshnessesTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch.AddDays(1);

    [Fact]
    public void Of_KubernetesFailed_IsUnknownWithItsAgeNeverHealthy()
    {
        var kubernetes = Of(new LiveValue<ClusterState>(ClusterState.Connecting, _now, "The API server did not answer."))[0];

        Assert.Equal(HealthState.Unknown, kubernetes.State);
        Assert.Equal(_now, kubernetes.AsOf);
        Assert.Equal("The API server did not answer.", kubernetes.Detail);
    }

    [Fact]
    public void Of_NothingConfigured_IsOffAndSaysHow()
    {
        var sources = Of(new LiveValue<ClusterState>(ClusterState.NotConnected("Set Kubernetes:Kubeconfig."), _now, null), isCloudflareConnected: false);

        Assert.All(sources, source => Assert.Equal(HealthState.Off, source.State));
        Assert.Equal("Set Kubernetes:Kubeconfig.", sources[0].Detail);
    }

    [Theory]
    [InlineData(FaultKind.NeedsPerson, HealthState.Broken, "needs you")]
    [InlineData(FaultKind.Retry, HealthState.Unknown, "unreachable")]
    public void Of_CloudflareFault_SaysWhetherAPersonIsNeeded(FaultKind kind, HealthState state, string text)
    {
        var status = ReconcileStatus.NotStarted with { Targets = [new TargetStatus("dns", _now, new TargetFault(kind, "why")), new TargetStatus("tunnel", _now, null)] };

        var cloudflare = Of(new LiveValue<ClusterState>(ClusterState.Connecting, _now, null), status)[1];

        Assert.Equal(state, cloudflare.State);
        Assert.Equal(text, cloudflare.Text);
    }

    [Fact]
    public void Of_DockerHostThatNeverAnswered_IsUnreachable()
    {
        var docker = new DockerState([new DockerHostState("gpu-box", null, [], null, "No daemon there.")]);

        var host = SourceFreshnesses.Of(
            new LiveValue<ClusterState>(ClusterState.Connecting, _now, null), new LiveValue<DockerState>(docker, _now, null), ReconcileStatus.NotStarted, true)[2];

        Assert.Equal((HealthState.Unknown, "unreachable"), (host.State, host.Text));
    }

    private static ImmutableArray<HomelabPortal.Ui.Shell.SourceFreshness> Of(
        LiveValue<ClusterState> cluster, ReconcileStatus? status = null, bool isCloudflareConnected = true) =>
        SourceFreshnesses.Of(cluster, new LiveValue<DockerState>(DockerState.Empty, _now, null), status ?? ReconcileStatus.NotStarted, isCloudflareConnected);
}
