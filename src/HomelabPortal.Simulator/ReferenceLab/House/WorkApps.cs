namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>AI, source code, sign-in and the databases under them.</summary>
internal static class WorkApps
{
    public static IReadOnlyList<LabApp> All { get; } =
    [
        new("open-webui", "ai", "ghcr.io/open-webui/open-webui:v0.6.34")
        {
            Nodes = ["node2"], Ports = [new("http", 8080)], MemoryRequestMebi = 512, MemoryUseMebi = 688, CpuUseMilli = 16, AgeDays = 144,
            Volumes = [new("data", 10, 29)],
            Route = new("open-webui", "AI", "Open WebUI", "open-webui.png", "Chat with the models on gpu-box") { OtherHost = "chat" },
        },
        new("qdrant", "ai", "qdrant/qdrant:v1.15.5")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node3"], Ports = [new("http", 6333), new("grpc", 6334)],
            MemoryRequestMebi = 256, MemoryUseMebi = 310, CpuUseMilli = 7, AgeDays = 92,
            Volumes = [new("storage", 20, 17)],
        },
        new("n8n", "ai", "docker.n8n.io/n8nio/n8n:1.118.2")
        {
            Nodes = ["node1"], Ports = [new("http", 5678)], MemoryUseMebi = 355, CpuUseMilli = 9, AgeDays = 61,
            Volumes = [new("data", 5, 13)],
            Route = new("n8n", "AI", "n8n", "n8n.png", "Workflows") { IsGuarded = true },
        },
        new("gitea", "gitea", "docker.gitea.com/gitea:1.24.6")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node2"], Ports = [new("http", 3000), new("ssh", 22, 2222)],
            CpuRequestMilli = 100, MemoryRequestMebi = 256, MemoryUseMebi = 284, CpuUseMilli = 19, AgeDays = 365,
            Volumes = [new("data", 50, 37)],
            Route = new("gitea", "Code", "Gitea", "gitea.png", "Source code and CI") { OtherHost = "git" },
        },
        new("gitea-runner", "gitea", "docker.gitea.com/act_runner:0.2.13")
        {
            Nodes = ["node1", "node3"], CpuRequestMilli = 250, MemoryRequestMebi = 512, MemoryUseMebi = 148, CpuUseMilli = 6, AgeDays = 220,
        },
        new("authentik-server", "authentik", "ghcr.io/goauthentik/server:2026.8.2")
        {
            Nodes = ["node1"], Ports = [new("http", 80, 9000), new("https", 443, 9443)], CpuRequestMilli = 100, MemoryRequestMebi = 512,
            MemoryUseMebi = 612, CpuUseMilli = 34, AgeDays = 281, ArgoApplication = "authentik",
            Route = new("auth", "Platform", "Authentik", "authentik.png", "Sign-in for the lab"),
        },
        new("authentik-worker", "authentik", "ghcr.io/goauthentik/server:2026.8.2")
        {
            Nodes = ["node3"], CpuRequestMilli = 100, MemoryRequestMebi = 384, MemoryUseMebi = 441, CpuUseMilli = 21, AgeDays = 281,
            ArgoApplication = "authentik", Restarts = 2,
        },
        new("postgres", "databases", "docker.io/library/postgres:17.6")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node3"], Ports = [new("postgres", 5432)], CpuRequestMilli = 250,
            MemoryRequestMebi = 512, MemoryUseMebi = 468, CpuUseMilli = 41, AgeDays = 402,
            Volumes = [new("data", 40, 44)],
        },
        new("redis", "databases", "docker.io/library/redis:8.2.1")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node1"], Ports = [new("redis", 6379)], CpuUseMilli = 11, MemoryUseMebi = 46,
            AgeDays = 402, Volumes = [new("data", 2, 6)],
        },
        new("minio", "databases", "quay.io/minio/minio:RELEASE.2025-09-07T16-13-09Z")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node3"], Ports = [new("console", 9001), new("api", 9000)],
            MemoryRequestMebi = 256, MemoryUseMebi = 322, CpuUseMilli = 9, AgeDays = 176,
            Volumes = [new("data", 100, 58)],
            Route = new("minio", "Platform", "MinIO", "minio.png", "Object storage"),
        },
    ];
}
