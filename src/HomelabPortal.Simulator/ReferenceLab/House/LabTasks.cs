namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class LabTasks
{
    public static IReadOnlyList<LabTask> All { get; } =
    [
        new("postgres-backup", "databases", "docker.io/library/postgres:17.6", "15 3 * * *", 94)
        {
            TimeZone = "Europe/Berlin", Secret = "postgres-backup", Claim = "postgres-data", Arguments = ["pg_dumpall", "--clean"],
        },
        new("offsite-sync", "databases", "docker.io/rclone/rclone:1.71.2", "45 4 * * *", 38)
        {
            TimeZone = "Europe/Berlin", Fails = true, Secret = "offsite-sync", Arguments = ["sync", "/backup", "offsite:lab"],
        },
        new("recyclarr", "media", "ghcr.io/recyclarr/recyclarr:7.4.1", "30 */6 * * *", 21) { Secret = "recyclarr", Arguments = ["sync"] },
        new("gitea-dump", "gitea", "docker.gitea.com/gitea:1.24.6", "0 4 * * 0", 312) { TimeZone = "Europe/Berlin", Claim = "gitea-data", Arguments = ["gitea", "dump"] },
        new("speedtest", "monitoring", "docker.io/gists/speedtest-cli:1.2.0", "*/30 * * * *", 35) { RunsAlone = false },
        new("immich-reindex", "home", "ghcr.io/immich-app/immich-cli:2.2.97", "0 2 1 * *", 5400) { TimeZone = "Europe/Berlin", IsSuspended = true },
    ];
}
