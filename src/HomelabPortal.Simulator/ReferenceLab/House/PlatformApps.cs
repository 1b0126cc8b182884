namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>What the cluster itself runs on.</summary>
internal static class PlatformApps
{
    private static readonly string[] Everywhere = ["node0", "node1", "node2", "node3"];

    public static IReadOnlyList<LabApp> All { get; } =
    [
        new("traefik", "traefik", "docker.io/traefik:v3.2.2")
        {
            Nodes = ["node1", "node2"], Ports = [new("web", 80, 8000), new("websecure", 443, 8443)], LoadBalancerAddress = LabHouse.TraefikAddress,
            CpuRequestMilli = 100, CpuUseMilli = 27, MemoryUseMebi = 118, AgeDays = 402,
            Route = new("traefik", "Platform", "Traefik", "traefik.png", "Routes of the lab")
            {
                IsGuarded = true, TraefikService = "api@internal",
                Match = "Host(`traefik.cowlab.org`) && (PathPrefix(`/api`) || PathPrefix(`/dashboard`))",
            },
        },
        new("cloudflared", "cloudflared", "cloudflare/cloudflared:2025.11.1")
        {
            Nodes = ["node1", "node3"], Ports = [new("metrics", 2000)], CpuUseMilli = 6, MemoryUseMebi = 38, AgeDays = 199,
        },
        new("external-dns", "external-dns", "registry.k8s.io/external-dns/external-dns:v0.19.0")
        {
            Nodes = ["node2"], Ports = [new("http", 7979)], CpuUseMilli = 3, MemoryUseMebi = 41, AgeDays = 199,
        },
        new("cert-manager", "cert-manager", "quay.io/jetstack/cert-manager-controller:v1.19.3")
        {
            Nodes = ["node3"], Ports = [new("metrics", 9402)], CpuUseMilli = 4, MemoryUseMebi = 61, AgeDays = 402,
        },
        new("cert-manager-webhook", "cert-manager", "quay.io/jetstack/cert-manager-webhook:v1.19.3")
        {
            Nodes = ["node1"], Ports = [new("https", 443, 10250)], CpuUseMilli = 2, MemoryUseMebi = 29, AgeDays = 402, ArgoApplication = "cert-manager",
        },
        new("controller", "metallb-system", "quay.io/metallb/controller:v0.14.8")
        {
            Nodes = ["node2"], CpuUseMilli = 3, MemoryUseMebi = 44, AgeDays = 402, ArgoApplication = "metallb",
        },
        new("speaker", "metallb-system", "quay.io/metallb/speaker:v0.14.8")
        {
            Kind = LabWorkloadKind.DaemonSet, Nodes = Everywhere, CpuUseMilli = 9, MemoryUseMebi = 52, AgeDays = 402, ArgoApplication = "metallb",
        },
        new("longhorn-manager", "longhorn-system", "longhornio/longhorn-manager:v1.10.0")
        {
            Kind = LabWorkloadKind.DaemonSet, Nodes = ["node1", "node2", "node3"], Ports = [new("manager", 9500)], CpuUseMilli = 58, MemoryUseMebi = 171,
            AgeDays = 402, ArgoApplication = "longhorn",
        },
        new("longhorn-ui", "longhorn-system", "longhornio/longhorn-ui:v1.10.0")
        {
            Nodes = ["node1"], Ports = [new("http", 80, 8000)], CpuUseMilli = 1, MemoryUseMebi = 9, AgeDays = 402, ArgoApplication = "longhorn",
            Route = new("longhorn", "Platform", "Longhorn", "longhorn.png", "Block storage") { IsGuarded = true },
        },
        new("argocd-server", "argocd", "quay.io/argoproj/argocd:v3.1.9")
        {
            Nodes = ["node2"], Ports = [new("http", 80, 8080), new("https", 443, 8080)], CpuUseMilli = 8, MemoryUseMebi = 121, AgeDays = 402, ArgoApplication = "argocd",
            Route = new("argocd", "Platform", "Argo CD", "argo-cd.png", "What should run"),
        },
        new("argocd-repo-server", "argocd", "quay.io/argoproj/argocd:v3.1.9")
        {
            Nodes = ["node3"], Ports = [new("server", 8081)], CpuUseMilli = 14, MemoryUseMebi = 188, AgeDays = 402, ArgoApplication = "argocd",
        },
        new("argocd-application-controller", "argocd", "quay.io/argoproj/argocd:v3.1.9")
        {
            Kind = LabWorkloadKind.StatefulSet, Nodes = ["node1"], CpuUseMilli = 71, MemoryUseMebi = 402, MemoryRequestMebi = 256, AgeDays = 402, ArgoApplication = "argocd",
        },
        new("coredns", "kube-system", "rancher/mirrored-coredns-coredns:1.12.3")
        {
            Nodes = ["node0"], Ports = [new("dns", 53) { Protocol = "UDP" }, new("dns-tcp", 53), new("metrics", 9153)], CpuRequestMilli = 100, MemoryRequestMebi = 70, CpuUseMilli = 9, MemoryUseMebi = 26,
            AgeDays = 402, ArgoApplication = null, RunsOnControlPlane = true, IsAddon = true,
        },
        new("metrics-server", "kube-system", "rancher/mirrored-metrics-server:v0.8.0")
        {
            Nodes = ["node0"], Ports = [new("https", 443, 10250)], CpuRequestMilli = 100, MemoryRequestMebi = 70, CpuUseMilli = 13, MemoryUseMebi = 31,
            AgeDays = 402, ArgoApplication = null, RunsOnControlPlane = true, IsAddon = true,
        },
        new("kube-vip-ds", "kube-system", "ghcr.io/kube-vip/kube-vip:v1.0.1")
        {
            Kind = LabWorkloadKind.DaemonSet, Nodes = ["node0"], CpuUseMilli = 5, MemoryUseMebi = 33, AgeDays = 402, ArgoApplication = null, RunsOnControlPlane = true,
        },
    ];
}
