using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Health;

public sealed class OtherHealthTests
{
    [Theory]
    [InlineData(60, 30, HealthState.Healthy)]
    [InlineData(20, -0.5, HealthState.Healthy)]
    [InlineData(20, -3, HealthState.Degraded)]
    [InlineData(5, -20, HealthState.Broken)]
    [InlineData(-1, -31, HealthState.Broken)]
    public void Certificate_NearItsEnd_GetsWorse(double daysLeft, double daysToRenewal, HealthState expected) =>
        Assert.Equal(expected, CertificateHealth.Judge(Certificate(daysLeft, daysToRenewal), Now).State);

    [Fact]
    public void Certificate_ThatFailsToRenew_SaysWhenAndHowOften()
    {
        var certificate = Certificate(5, -20);
        var verdict = CertificateHealth.Judge(certificate with { Status = certificate.Status with { FailedIssuanceAttempts = 3 } }, Now);

        Assert.Equal("It expires in 5 days. It was due to renew on 1 Nov 2026. 3 attempts failed.", verdict.Sentence);
    }

    [Fact]
    public void Certificate_NotIssuedYet_IsProgressingUntilAnAttemptFails()
    {
        var waiting = new Certificate { Metadata = Meta("wildcard"), Status = new CertificateStatus { Conditions = [new Condition { Type = "Ready", Status = "False", Message = "Issuing certificate" }] } };

        Assert.Equal(HealthState.Progressing, CertificateHealth.Judge(waiting, Now).State);
        Assert.Equal(HealthState.Broken, CertificateHealth.Judge(waiting with { Status = waiting.Status with { FailedIssuanceAttempts = 1 } }, Now).State);
    }

    [Theory]
    [InlineData("attached", "healthy", HealthState.Healthy)]
    [InlineData("attached", "degraded", HealthState.Degraded)]
    [InlineData("detached", "faulted", HealthState.Broken)]
    [InlineData("detached", "unknown", HealthState.Off)]
    [InlineData("attached", "unknown", HealthState.Unknown)]
    [InlineData("attaching", "unknown", HealthState.Progressing)]
    public void LonghornVolume_StateAndRobustness_Decide(string state, string robustness, HealthState expected) =>
        Assert.Equal(expected, VolumeHealth.Judge(new LonghornVolume { Status = new LonghornVolumeStatus { State = state, Robustness = robustness } }).State);

    [Theory]
    [InlineData(2, 2, 2, 2, HealthState.Healthy)]
    [InlineData(0, 0, 0, 0, HealthState.Off)]
    [InlineData(2, 2, 2, 1, HealthState.Degraded)]
    [InlineData(2, 1, 2, 2, HealthState.Progressing)]
    [InlineData(2, 2, 3, 2, HealthState.Progressing)]
    [InlineData(2, 2, 2, 0, HealthState.Broken)]
    public void Deployment_Replicas_Decide(int desired, int updated, int replicas, int available, HealthState expected) =>
        Assert.Equal(expected, WorkloadHealth.Judge(Deployment(desired, updated, replicas, available)).State);

    [Theory]
    [InlineData("ReplicaSetUpdated", HealthState.Progressing)]
    [InlineData("NewReplicaSetAvailable", HealthState.Broken)]
    public void Deployment_NothingAvailable_IsBrokenOnlyAfterItsRollout(string reason, HealthState expected)
    {
        var deployment = Deployment(1, 1, 1, 0);

        Assert.Equal(expected, WorkloadHealth.Judge(deployment with { Status = deployment.Status with { Conditions = [new Condition { Type = "Progressing", Status = "True", Reason = reason }] } }).State);
    }

    [Fact]
    public void Deployment_PastItsDeadline_IsBrokenWhateverTheReplicas()
    {
        var deployment = Deployment(2, 1, 3, 2);
        var verdict = WorkloadHealth.Judge(deployment with { Status = deployment.Status with { Conditions = [new Condition { Type = "Progressing", Status = "False", Reason = "ProgressDeadlineExceeded" }] } });

        Assert.Equal((HealthState.Broken, "2 of 2 replicas available. The rollout did not finish in time."), (verdict.State, verdict.Sentence));
    }

    [Theory]
    [InlineData(3, 3, HealthState.Healthy)]
    [InlineData(3, 2, HealthState.Degraded)]
    [InlineData(3, 0, HealthState.Broken)]
    public void DaemonSet_AvailablePods_Decide(int desired, int available, HealthState expected) =>
        Assert.Equal(expected, WorkloadHealth.Judge(new DaemonSet { Status = new DaemonSetStatus { DesiredNumberScheduled = desired, UpdatedNumberScheduled = desired, NumberAvailable = available } }).State);

    [Fact]
    public void StatefulSet_AtTheOldRevision_IsRollingOut()
    {
        var set = new StatefulSet
        {
            Spec = new StatefulSetSpec { Replicas = 3 },
            Status = new StatefulSetStatus { ObservedGeneration = 1, ReadyReplicas = 3, UpdatedReplicas = 1, CurrentRevision = "a", UpdateRevision = "b" },
        };

        Assert.Equal((HealthState.Progressing, "1 of 3 pods at the new version."), (WorkloadHealth.Judge(set).State, WorkloadHealth.Judge(set).Sentence));
    }

    private static Certificate Certificate(double daysLeft, double daysToRenewal) => new()
    {
        Metadata = Meta("wildcard"),
        Status = new CertificateStatus
        {
            NotAfter = Now.AddDays(daysLeft), RenewalTime = Now.AddDays(daysToRenewal), Conditions = [new Condition { Type = "Ready", Status = "True" }],
        },
    };

    private static Deployment Deployment(int desired, int updated, int replicas, int available) => new()
    {
        Metadata = Meta("web"), Spec = new DeploymentSpec { Replicas = desired },
        Status = new DeploymentStatus { UpdatedReplicas = updated, Replicas = replicas, AvailableReplicas = available },
    };
}
