namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class LabApps
{
    public static IReadOnlyList<LabApp> All { get; } =
        [.. MediaApps.All, .. HomeApps.All, .. WorkApps.All, .. MonitoringApps.All, .. PlatformApps.All];

    public static IReadOnlyList<string> Namespaces { get; } =
        [.. All.Select(app => app.Namespace).Concat(["default", "kube-node-lease", "kube-public"]).Distinct().Order(StringComparer.Ordinal)];
}
