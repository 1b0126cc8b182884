using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Overview;

public sealed class LabVerdictTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private static readonly OverviewState _calm = new([], 4, 4, null);
    private static readonly SourceGap _away = new("The cluster", _now.AddMinutes(-5), "The API server does not answer.");
    private static readonly SourceFreshness _cloudflare = new("Cloudflare", HealthState.Unknown, null, "unreachable", "Cloudflare does not answer.");

    [Fact]
    public void Lab_ThatIsSeenWhole_IsAllRight() => Assert.Equal(new LabVerdict(HealthState.Healthy, "Everything is all right"), Of(_calm));

    [Fact]
    public void Cloudflare_OutOfSight_IsSaidInsteadOfAllRight()
    {
        var verdict = Of(_calm, _cloudflare);

        Assert.Equal((HealthState.Unknown, "Cloudflare cannot be seen", "Cloudflare does not answer. Nothing else is known to be wrong.", false), (verdict.State, verdict.Headline, verdict.Note, verdict.IsWhole));
    }

    [Fact]
    public void Source_ThatIsNotSetUp_IsNoGap() => Assert.True(Of(_calm, new SourceFreshness("Cloudflare", HealthState.Off, null, "not set up", null)).IsWhole);

    [Fact]
    public void KindOfTheCluster_OutOfSight_IsSaidInsteadOfAllRight() =>
        Assert.Equal("Pods and Cloudflare cannot be seen", Of(_calm with { Gaps = [new SourceGap("Pods", null, "They may not be read.")] }, _cloudflare).Headline);

    [Fact]
    public void Problem_Now_IsSaidFirstAndWhatCannotBeSeenBeside()
    {
        var verdict = Of(_calm with { Problems = [Problem("pihole fails its check")], ClusterGap = _away });

        Assert.Equal((HealthState.Broken, "One thing needs you", "The cluster cannot be seen. The API server does not answer.", _away.AsOf), (verdict.State, verdict.Headline, verdict.Note, verdict.AsOf));
    }

    [Fact]
    public void Problem_FromBeforeTheClusterWentAway_IsNotCounted()
    {
        var verdict = Of(_calm with { Problems = [Problem("sonarr keeps crashing") with { AsOf = _away.AsOf }], ClusterGap = _away });

        Assert.Equal((HealthState.Unknown, "The cluster cannot be seen"), (verdict.State, verdict.Headline));
    }

    [Fact]
    public void Machine_OutOfSightThatIsAProblem_IsNotSaidTwice() =>
        Assert.Null(Of(_calm with { Problems = [Problem("gpu-box cannot be seen")] }, new SourceFreshness("gpu-box", HealthState.Unknown, _now, null, "It does not answer.")).Note);

    [Theory]
    [InlineData(true, "One thing needs you")]
    [InlineData(false, "No cluster is connected")]
    public void Lab_WithoutACluster_IsOffUnlessSomethingElseIsWrong(bool isWrong, string headline) =>
        Assert.Equal(headline, Of(_calm with { Problems = isWrong ? [Problem("pihole fails its check")] : [] }, ClusterState.NotConnected("Set Kubernetes:Kubeconfig."), []).Headline);

    private static LabVerdict Of(OverviewState state, params SourceFreshness[] sources) => Of(state, new ClusterState { IsConnected = true }, [.. sources]);

    private static LabVerdict Of(OverviewState state, ClusterState cluster, ImmutableArray<SourceFreshness> sources) => LabVerdict.Of(new LiveValue<OverviewState>(state, _now, null), cluster, sources);

    private static Problem Problem(string title) => new(HealthState.Broken, title, "It is so.", "/x", null);
}
