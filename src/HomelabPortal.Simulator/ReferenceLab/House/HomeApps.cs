namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class HomeApps
{
    private const string Group = "Home";

    public static IReadOnlyList<LabApp> All { get; } =
    [
        new("home-assistant", "home", "ghcr.io/home-assistant/home-assistant:2026.11.1")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node1"], Ports = [new("http", 8123)],
            CpuRequestMilli = 200, MemoryRequestMebi = 512, CpuUseMilli = 62, MemoryUseMebi = 598, AgeDays = 402,
            Volumes = [new("config", 10, 52)],
            Route = new("home", Group, "Home Assistant", "home-assistant.png", "Lights, heating, sensors") { OtherHost = "ha" },
        },
        new("mealie", "home", "ghcr.io/mealie-recipes/mealie:v3.5.0")
        {
            Nodes = ["node3"], Ports = [new("http", 9000)], MemoryUseMebi = 205, AgeDays = 151,
            Volumes = [new("data", 5, 11)],
            Route = new("mealie", Group, "Mealie", "mealie.png", "Recipes"),
        },
        new("paperless", "home", "ghcr.io/paperless-ngx/paperless-ngx:2.18.4")
        {
            Nodes = ["node2"], Ports = [new("http", 8000)], MemoryRequestMebi = 512, MemoryUseMebi = 634, CpuUseMilli = 22, AgeDays = 267,
            Volumes = [new("data", 5, 33), new("media", 40, 46) { IsBackedUp = false }],
            Helpers = [new("wait-for-redis", "docker.io/library/redis:8.2.1")], Secrets = ["PAPERLESS_SECRET_KEY", "PAPERLESS_DBPASS"], Scratch = "/tmp/consume",
            Route = new("paperless", Group, "Paperless", "paperless-ngx.png", "Documents"),
        },
        new("immich-server", "home", "ghcr.io/immich-app/immich-server:v2.1.0")
        {
            Nodes = ["node3"], Ports = [new("http", 2283)], CpuRequestMilli = 250, MemoryRequestMebi = 768,
            MemoryUseMebi = 720, CpuUseMilli = 48, AgeDays = 190, ArgoApplication = "immich",
            Helpers = [new("wait-for-postgres", "docker.io/library/postgres:17.6")], Secrets = ["DB_PASSWORD", "DB_USERNAME"],
            Volumes = [new("library", 400, 63)],
            Route = new("immich", Group, "Immich", "immich.png", "Photos"),
        },
        new("immich-machine-learning", "home", "ghcr.io/immich-app/immich-machine-learning:v2.1.0")
        {
            Nodes = ["node1"], Ports = [new("http", 3003)], CpuRequestMilli = 250, MemoryRequestMebi = 768,
            MemoryUseMebi = 905, CpuUseMilli = 18, AgeDays = 190, ArgoApplication = "immich",
            Volumes = [new("cache", 10, 38) { Class = LabStorage.NodeLocal }],
        },
        new("freshrss", "home", "freshrss/freshrss:1.27.1")
        {
            Nodes = ["node2"], Ports = [new("http", 80)], MemoryUseMebi = 74, CpuUseMilli = 3, AgeDays = 233,
            Volumes = [new("data", 2, 14)],
            Route = new("freshrss", Group, "FreshRSS", "freshrss.png", "News feeds"),
        },
        new("changedetection", "home", "ghcr.io/dgtlmoon/changedetection.io:0.50.24")
        {
            Nodes = ["node1"], Ports = [new("http", 5000)], MemoryUseMebi = 162, CpuUseMilli = 5, AgeDays = 98,
            Volumes = [new("data", 2, 27)],
            Route = new("changes", Group, "Changedetection", "changedetection.png", "Watches pages for changes") { IsGuarded = true },
        },
        new("homepage", "home", "ghcr.io/gethomepage/homepage:v1.5.0")
        {
            Nodes = ["node3"], Ports = [new("http", 3000)], MemoryUseMebi = 118, CpuUseMilli = 3, AgeDays = 402,
            Route = new("homepage", Group, "Homepage", "homepage.png", "The old start page"),
        },
        new("actual-budget", "home", "actualbudget/actual-server:25.11.0")
        {
            Nodes = ["node3"], Ports = [new("http", 5006)], MemoryUseMebi = 92, CpuUseMilli = 2, AgeDays = 77,
            Volumes = [new("data", 1, 22)],
            Route = new("budget", Group, "Actual Budget", "actual-budget.png", "Household money"),
        },
        new("stirling-pdf", "home", "stirlingtools/stirling-pdf:1.5.0")
        {
            Nodes = ["node2"], Ports = [new("http", 8080)], MemoryRequestMebi = 384, MemoryUseMebi = 402, CpuUseMilli = 4, AgeDays = 6, Scratch = "/tmp",
            ArgoApplication = null,
        },
        new("it-tools", "home", "corentinth/it-tools:2024.10.22")
        {
            Nodes = ["node1"], Ports = [new("http", 80)], CpuRequestMilli = 10, MemoryRequestMebi = 32, MemoryUseMebi = 12, CpuUseMilli = 1,
            AgeDays = 4, ArgoApplication = null,
        },
    ];
}
