using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview.Problems;
using HomelabPortal.Reconcile;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Overview.Problems;

public sealed class LabGapsTests
{
    private static readonly SourceStatus _forbidden = new(SourcePhase.Forbidden, null, "The portal's account may not read pods");

    [Fact]
    public void Lab_ThatIsCalm_HasNone() => Assert.Empty(LabGaps.Find(ProblemWorld.Calm));

    [Fact]
    public void Kind_ThatMayNotBeRead_IsNamed() =>
        Assert.Equal(new SourceGap("Pods", null, "The portal's account may not read pods."), Assert.Single(LabGaps.Find(With(cluster => cluster with { Pods = cluster.Pods with { Status = _forbidden } }))));

    [Fact]
    public void Kinds_Many_AreOneGap() =>
        Assert.Equal("A part of the cluster", Assert.Single(LabGaps.Find(With(cluster => cluster with
        {
            Pods = cluster.Pods with { Status = _forbidden }, Jobs = cluster.Jobs with { Status = _forbidden }, Services = cluster.Services with { Status = _forbidden },
        }))).Name);

    [Fact]
    public void Kind_ThatIsNotInstalled_IsNone() => Assert.Empty(LabGaps.Find(With(cluster => cluster with { Certificates = cluster.Certificates with { Status = SourceStatus.NotInstalled } })));

    [Fact]
    public void Cluster_OutOfSight_IsNotSaidAgainByItsKinds() =>
        Assert.Empty(LabGaps.Find(With(cluster => cluster with { Pods = cluster.Pods with { Status = _forbidden } }) with { ClusterGap = new SourceGap("The cluster", Now, "It does not answer.") }));

    [Theory]
    [InlineData(OwnerPhase.Unknown, FaultKind.Retry, 1)]
    [InlineData(OwnerPhase.InPlace, FaultKind.Retry, 0)]
    [InlineData(OwnerPhase.Unknown, FaultKind.NotConnected, 0)]
    public void Access_ThatCannotBeRead_IsAGapForWhatRestsOnIt(OwnerPhase phase, FaultKind kind, int gaps)
    {
        var step = new StepStatus(new ResourceKey("access", "LoginPolicy", "family"), ChangeStage.BuildAccess, phase, "");
        var status = new ReconcileStatus
        {
            Targets = [new TargetStatus("access", Now, new TargetFault(kind, "Access does not answer."))],
            Owners = ImmutableDictionary<string, OwnerStatus>.Empty.Add("ex1", new OwnerStatus("ex1", phase, [step], null)),
        };

        Assert.Equal(gaps, LabGaps.Find(ProblemWorld.Calm with { Reconcile = status }).Count());
    }

    private static LabScene With(Func<ClusterState, ClusterState> change) => ProblemWorld.Calm with { Cluster = change(ProblemWorld.Calm.Cluster) };
}
