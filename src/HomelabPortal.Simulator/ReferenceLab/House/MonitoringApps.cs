namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class MonitoringApps
{
    private const string Group = "Monitoring";

    public static IReadOnlyList<LabApp> All { get; } =
    [
        new("grafana", "monitoring", "docker.io/grafana/grafana:12.2.1")
        {
            Nodes = ["node2"], Ports = [new("http", 80, 3000)], CpuUseMilli = 9, MemoryUseMebi = 196, AgeDays = 330,
            Volumes = [new("data", 5, 19)],
            Route = new("grafana", Group, "Grafana", "grafana.png", "Charts"),
        },
        new("prometheus", "monitoring", "quay.io/prometheus/prometheus:v3.6.0")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node1"], Ports = [new("http", 9090)], CpuRequestMilli = 300, MemoryRequestMebi = 1024,
            CpuUseMilli = 88, MemoryUseMebi = 1180, AgeDays = 330,
            Volumes = [new("data", 60, 66)],
            Route = new("prometheus", Group, "Prometheus", "prometheus.png", "Metrics") { IsGuarded = true },
        },
        new("uptime-kuma", "monitoring", "louislam/uptime-kuma:2.0.2")
        {
            Nodes = ["node3"], Ports = [new("http", 3001)], CpuUseMilli = 13, MemoryUseMebi = 134, AgeDays = 288,
            Volumes = [new("data", 4, 31, HealthyReplicas: 2) { IsRebuilding = true }],
            Route = new("status", Group, "Uptime Kuma", "uptime-kuma.png", "Is it up"),
        },
        new("node-exporter", "monitoring", "quay.io/prometheus/node-exporter:v1.9.1")
        {
            Kind = LabWorkloadKind.DaemonSet, Nodes = ["node0", "node1", "node2", "node3"], Ports = [new("metrics", 9100)],
            CpuRequestMilli = 20, MemoryRequestMebi = 32, CpuUseMilli = 4, MemoryUseMebi = 19, AgeDays = 330,
        },
    ];
}
