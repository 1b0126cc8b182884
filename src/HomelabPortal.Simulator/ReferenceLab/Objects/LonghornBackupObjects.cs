using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>Where backups go, what makes them, and the latest of each volume.</summary>
internal static class LonghornBackupObjects
{
    private const string Target = "default";

    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        BackupTarget(now),
        Job("nightly-backup", "backup", "30 2 * * *", 7, ["default"], now),
        Job("hourly-snapshot", "snapshot", "0 * * * *", 24, ["default"], now),
        .. LabApps.All.SelectMany(app => app.Volumes.Where(volume => volume is { IsOnLonghorn: true, IsBackedUp: not null })
            .SelectMany(volume => Backups(app, volume, StorageObjects.VolumeName(app, volume), now))),
    ];

    public static string NameOf(string volume) => "backup-" + StableId.Hex("backup/" + volume, 16);

    /// <summary>Last night, for volumes that are as old; the night before where the last one failed; null when there was none.</summary>
    public static DateTimeOffset? LastOf(LabApp app, LabVolume volume, string name, DateTimeOffset now)
    {
        var night = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(2.5).AddSeconds(StableId.Number(name, 1800));
        if (night > now) night = night.AddDays(-1);
        return volume.IsBackedUp is null || app.AgeDays < 2 ? null : volume.IsBackedUp is false ? night.AddDays(-1) : night;
    }

    private static IEnumerable<JsonObject> Backups(LabApp app, LabVolume volume, string name, DateTimeOffset now)
    {
        if (LastOf(app, volume, name, now) is not { } last) yield break;
        yield return Backup(NameOf(name), name, "Completed", last, volume.SizeGibi * LonghornObjects.Gibi / 100 * volume.UsedPercent, "");
        if (volume.IsBackedUp is false)
            yield return Backup("backup-" + StableId.Hex("failed/" + name, 16), name, "Error", last.AddDays(1), 0, "failed to upload blocks: write backupstore: no space left on device");
    }

    private static JsonObject Backup(string name, string volume, string state, DateTimeOffset at, long size, string error)
        => Manifest.New(LonghornObjects.Api, "Backup", LonghornObjects.Namespace, name, at).Labelled(("backup-volume", volume), ("backup-target", Target))
            .With("spec", new JsonObject { ["snapshotName"] = "nightly-" + StableId.Uid("snapshot/" + name), ["labels"] = new JsonObject { ["RecurringJob"] = "nightly-backup" } })
            .With("status", new JsonObject
            {
                ["state"] = state, ["progress"] = state == "Completed" ? 100 : 71, ["volumeName"] = volume, ["backupTargetName"] = Target, ["size"] = size.ToString(),
                ["backupCreatedAt"] = state == "Completed" ? Manifest.Time(at) : "", ["snapshotCreatedAt"] = Manifest.Time(at), ["error"] = error,
            });

    private static JsonObject BackupTarget(DateTimeOffset now)
        => Manifest.New(LonghornObjects.Api, "BackupTarget", LonghornObjects.Namespace, Target, now.AddDays(-402))
            .With("spec", new JsonObject { ["backupTargetURL"] = "nfs://10.0.0.20:/tank/longhorn", ["credentialSecret"] = "", ["pollInterval"] = "5m0s" })
            .With("status", new JsonObject
            {
                ["available"] = true, ["lastSyncedAt"] = Manifest.Time(now.AddMinutes(-3)), ["ownerID"] = "node1",
                ["conditions"] = new JsonArray(LonghornObjects.Condition("Unavailable", false, "", "", now)),
            });

    private static JsonObject Job(string name, string task, string cron, int retain, string[] groups, DateTimeOffset now)
        => Manifest.New(LonghornObjects.Api, "RecurringJob", LonghornObjects.Namespace, name, now.AddDays(-320)).TrackedBy("longhorn")
            .With("spec", new JsonObject
            {
                ["name"] = name, ["task"] = task, ["cron"] = cron, ["retain"] = retain, ["concurrency"] = 2,
                ["groups"] = new JsonArray([.. groups.Select(group => (JsonNode)group)]), ["labels"] = new JsonObject(),
            })
            .With("status", new JsonObject { ["executionCount"] = 318, ["ownerID"] = "node1" });
}
