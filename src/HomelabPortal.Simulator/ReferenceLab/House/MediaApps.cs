namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class MediaApps
{
    private const string Group = "Media";

    public static IReadOnlyList<LabApp> All { get; } =
    [
        new("sonarr", "media", "lscr.io/linuxserver/sonarr:4.0.15")
        {
            Nodes = ["node1"], Ports = [new("http", 8989)], MemoryUseMebi = 246, CpuUseMilli = 14, AgeDays = 310,
            Volumes = [new("config", 5, 41)],
            Secrets = ["SONARR__AUTH__APIKEY"],
            Route = new("sonarr", Group, "Sonarr", "sonarr.png", "TV series"),
        },
        new("radarr", "media", "lscr.io/linuxserver/radarr:5.27.5")
        {
            Nodes = ["node2"], Ports = [new("http", 7878)], MemoryUseMebi = 231, CpuUseMilli = 12, AgeDays = 310,
            Volumes = [new("config", 5, 47, HealthyReplicas: 2)],
            Route = new("radarr", Group, "Radarr", "radarr.png", "Films"),
        },
        new("lidarr", "media", "lscr.io/linuxserver/lidarr:2.13.3")
        {
            Nodes = ["node3"], Ports = [new("http", 8686)], MemoryUseMebi = 188, CpuUseMilli = 6, AgeDays = 204,
            Volumes = [new("config", 5, 22)],
            Route = new("lidarr", Group, "Lidarr", "lidarr.png", "Music"),
        },
        new("prowlarr", "media", "lscr.io/linuxserver/prowlarr:2.0.5")
        {
            Nodes = ["node1"], Ports = [new("http", 9696)], MemoryUseMebi = 174, CpuUseMilli = 7, AgeDays = 310,
            Volumes = [new("config", 2, 18)],
            Route = new("prowlarr", Group, "Prowlarr", "prowlarr.png", "Indexers") { IsGuarded = true },
        },
        new("qbittorrent", "media", "lscr.io/linuxserver/qbittorrent:5.1.2")
        {
            Nodes = ["node3"], Ports = [new("http", 8080)], MemoryUseMebi = 512, CpuUseMilli = 95,
            CpuRequestMilli = 200, MemoryRequestMebi = 512, AgeDays = 310, Restarts = 1,
            Volumes = [new("config", 2, 12), new("downloads", 200, 71) { Class = LabStorage.Single, IsBackedUp = null }],
            Helpers = [new("gluetun", "ghcr.io/qdm12/gluetun:v3.40.0", Stays: true)],
            Route = new("qbittorrent", Group, "qBittorrent", "qbittorrent.png", "Downloads") { IsGuarded = true },
        },
        new("jellyseerr", "media", "fallenbagel/jellyseerr:2.7.3")
        {
            Nodes = ["node2"], Ports = [new("http", 5055)], MemoryUseMebi = 96, CpuUseMilli = 2, AgeDays = 118,
            PodAgeHours = 19, Restarts = 41, CrashLoops = true,
            Volumes = [new("config", 1, 35)],
            Route = new("jellyseerr", Group, "Jellyseerr", "jellyseerr.png", "Requests"),
        },
        new("bazarr", "media", "lscr.io/linuxserver/bazarr:1.5.2")
        {
            Nodes = ["node1"], Ports = [new("http", 6767)], MemoryUseMebi = 210, CpuUseMilli = 5, AgeDays = 12,
            Volumes = [new("config", 2, 8)],
        },
        new("kavita", "media", "jvmilazz0/kavita:0.8.7")
        {
            Nodes = ["node3"], Ports = [new("http", 5000)], MemoryUseMebi = 260, CpuUseMilli = 4, AgeDays = 3,
            ArgoApplication = null,
            Environment = [("KAVITA_ADMIN_PASSWORD", "not-a-good-place-for-this"), ("LOG_LEVEL", "Information")],
            Volumes = [new("config", 4, 9)],
        },
    ];
}
