using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Volumes.Backups;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Cluster.Volumes.Disks;

namespace HomelabPortal.Tests.Cluster.Volumes;

public sealed class BackupTests
{
    private static readonly LonghornRecurringJob _nightly = Job("nightly", "backup", "default");
    private static readonly LonghornRecurringJob _snapshots = Job("hourly", "snapshot", "default");
    private static readonly LonghornRecurringJob _weekly = Job("weekly", "backup-force-create", "big");

    [Fact]
    public void Jobs_VolumeWithoutLabels_BelongsToTheDefaultGroup() =>
        Assert.Equal(["hourly", "nightly"], JobsOf());

    [Fact]
    public void Jobs_LabelsOfTheVolume_ReplaceTheDefaultGroup()
    {
        Assert.Equal(["weekly"], JobsOf(("recurring-job.longhorn.io/weekly", "enabled")));
        Assert.Equal(["weekly"], JobsOf(("recurring-job-group.longhorn.io/big", "enabled")));
        Assert.Equal(["hourly", "nightly"], JobsOf(("recurring-job.longhorn.io/weekly", "disabled")));
    }

    [Fact]
    public void Protection_BackedUpWithAJob_IsHealthy() => AssertIs(HealthState.Healthy, "Backed up", With(Volume("v"), last: Now.AddHours(-7)));

    [Fact]
    public void Protection_NeverBackedUp_NeedsSomebody() => AssertIs(HealthState.Degraded, "Never", With(Volume("v")));

    [Fact]
    public void Protection_NewVolumeWithAJob_HasADay() =>
        AssertIs(HealthState.Progressing, "Not yet", With(Volume("v") is var volume ? volume with { Metadata = volume.Metadata with { CreationTimestamp = Now.AddHours(-5) } } : null!));

    [Fact]
    public void Protection_NoJobForIt_IsNotRepeated() =>
        AssertIs(HealthState.Degraded, "Not repeated", With(Volume("v"), last: Now.AddDays(-7)) with { RecurringJobs = Kind(_snapshots, _weekly) });

    [Fact]
    public void Protection_DetachedAndUnused_IsOff() => AssertIs(HealthState.Off, "Not in use", With(Volume("v", state: "detached", robustness: "unknown")));

    [Fact]
    public void Protection_LatestFailed_SaysWhy()
    {
        var state = With(Volume("v"), last: Now.AddDays(-1)) with { VolumeBackups = Kind(Backup("b1", "Completed", Now.AddDays(-1)), Backup("b2", "Error", Now.AddHours(-6), "no space left")) };

        Assert.Equal("no space left.", AssertIs(HealthState.Degraded, "Last one failed", state).Sentence);
    }

    [Fact]
    public void Protection_FailedBeforeTheLastGoodOne_IsForgotten() =>
        AssertIs(HealthState.Healthy, "Backed up", With(Volume("v"), last: Now.AddHours(-6)) with { VolumeBackups = Kind(Backup("b1", "Error", Now.AddDays(-1))) });

    [Fact]
    public void Protection_Running_ShowsHowFar() =>
        AssertIs(HealthState.Progressing, "Backing up 40 %", With(Volume("v")) with { VolumeBackups = Kind(Backup("b1", "InProgress", null, progress: 40)) });

    [Fact]
    public void Summary_OfRows_CountsWhatIsMissing()
    {
        var rows = ProtectionRows.Of(With(Volume("v")) with { RecurringJobs = Kind<LonghornRecurringJob>() }, Now);

        Assert.Equal("1 never backed up, 1 without a recurring backup", BackupSummary.Of(rows));
    }

    [Theory]
    [InlineData("", false, HealthState.Off)]
    [InlineData("nfs://10.0.0.20:/tank", true, HealthState.Healthy)]
    [InlineData("nfs://10.0.0.20:/tank", false, HealthState.Degraded)]
    public void Target_AddressAndAvailability_Decide(string url, bool available, HealthState expected) =>
        Assert.Equal(expected, Assert.Single(BackupTargetRows.Of(Whole with { BackupTargets = Kind(Target(url, available)) })).State);

    [Theory]
    [InlineData("s3://bucket@us-east-1/lab", "s3://bucket@us-east-1/lab")]
    [InlineData("cifs://cow:secret@10.0.0.20/share", "cifs://cow:…@10.0.0.20/share")]
    [InlineData("nfs://10.0.0.20:/tank", "nfs://10.0.0.20:/tank")]
    public void Target_PasswordInTheAddress_IsNotShown(string url, string shown) =>
        Assert.Equal(shown, Assert.Single(BackupTargetRows.Of(Whole with { BackupTargets = Kind(Target(url, true)) })).Address);

    [Fact]
    public void Problems_TargetNotAvailable_IsOneOfThem()
    {
        var problem = Assert.Single(ClusterProblems.Find((Whole with { BackupTargets = Kind(Target("nfs://10.0.0.20:/tank", false)) }).WithRows(), Now));

        Assert.Equal(("Backups cannot be made", "Longhorn cannot use nfs://10.0.0.20:/tank: no route to host.", "/cluster/storage?tab=backups"), (problem.Title, problem.Sentence, problem.Link));
    }

    private static ProtectionRow AssertIs(HealthState state, string word, ClusterState cluster)
    {
        var row = Assert.Single(ProtectionRows.Of(cluster, Now));
        Assert.Equal((state, word), (row.State, row.Word));
        return row;
    }

    private static ClusterState With(LonghornVolume volume, DateTimeOffset? last = null) =>
        Whole with { Volumes = Kind(volume with { Status = volume.Status with { LastBackupAt = last } }), RecurringJobs = Kind(_nightly, _snapshots, _weekly) };

    private static IEnumerable<string> JobsOf(params (string Key, string Value)[] labels) =>
        RecurringJobs.Of(Volume("v") with { Metadata = Meta("v", Disks.System, labels) }, Whole with { RecurringJobs = Kind(_nightly, _snapshots, _weekly) }).Select(job => job.Metadata.Name);

    private static LonghornRecurringJob Job(string name, string task, string group) =>
        new() { Metadata = Meta(name, Disks.System), Spec = new LonghornRecurringJobSpec { Name = name, Task = task, Cron = "30 2 * * *", Retain = 7, Groups = [group] } };

    private static LonghornBackup Backup(string name, string state, DateTimeOffset? at, string error = "", int progress = 100) =>
        new() { Metadata = Meta(name, Disks.System), Status = new LonghornBackupStatus { VolumeName = "v", State = state, SnapshotCreatedAt = at, Error = error, Progress = progress } };

    private static LonghornBackupTarget Target(string url, bool available) => new()
    {
        Metadata = Meta("default", Disks.System), Spec = new LonghornBackupTargetSpec { BackupTargetUrl = url },
        Status = new LonghornBackupTargetStatus { Available = available, Conditions = [new Condition { Type = "Unavailable", Status = available ? "False" : "True", Message = available ? "" : "no route to host" }] },
    };
}
