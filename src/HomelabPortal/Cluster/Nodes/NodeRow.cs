using HomelabPortal.Cluster.Metrics;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Nodes;

/// <summary>One node as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Roles">As a person says it: "control plane", "etcd"; empty for a plain worker.</param>
/// <param name="Capacity">What pods may use together (allocatable).</param>
/// <param name="Requested">What the scheduler has reserved.</param>
/// <param name="Disk">Share used of its fullest disk, 0 to 1, where it is known.</param>
public sealed record NodeRow(
    string Name, string Uid, HealthState State, string Word, string Sentence, string Roles, string Address, string Version,
    Usage Capacity, Usage Requested, UsageHistory History, double? Disk, int Pods, int PodCapacity, DateTimeOffset? Created)
{
    public string Href => $"/cluster/nodes/{Name}";

    /// <summary>The operating system: "NixOS 26.05 (Yarara)".</summary>
    public string System { get; init; } = "";

    public string Kernel { get; init; } = "";

    public string Architecture { get; init; } = "";

    /// <summary>Its GPUs and other devices: "gpu.cowlab.org/dri 1"; empty for most.</summary>
    public string Extended { get; init; } = "";

    /// <summary>Name, roles and devices, as the filter searches them.</summary>
    public string NameText => $"{Name} {Tags}".TrimEnd();

    /// <summary>What it is and has beside being a node.</summary>
    public string Tags => (Roles, Extended) switch { ("", _) => Extended, (_, "") => Roles, _ => $"{Roles}, {Extended}" };

    /// <summary>Address and architecture, as the filter searches them.</summary>
    public string AddressText => $"{Address} {Architecture}";

    /// <summary>Kubelet, system and kernel, as the filter searches them.</summary>
    public string VersionText => $"{Version} {System} {Kernel}";

    public bool IsControlPlane => Roles.Contains("control plane", StringComparison.Ordinal);

    public IReadOnlyList<double?> CpuHistory => [.. History.Line.Select(point => point?.Cpu)];

    public IReadOnlyList<double?> MemoryHistory => [.. History.Line.Select(point => (double?)point?.Memory)];

    /// <summary>The top of the CPU sparkline: low enough for its shape to show, high enough for idling to look like idling.</summary>
    public double CpuCeiling => Math.Max(Capacity.Cpu / 4, (History.Line.Max(point => point?.Cpu) ?? 0) * 1.25);

    public double? CpuShare => Capacity.Cpu > 0 ? History.Latest?.Cpu / Capacity.Cpu : null;

    public double? MemoryShare => Capacity.Memory > 0 ? (double?)History.Latest?.Memory / Capacity.Memory : null;
}
