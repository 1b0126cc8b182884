namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class LabNodes
{
    public static IReadOnlyList<LabNode> All { get; } =
    [
        new("node0", "10.0.0.140", 0, IsControlPlane: true, DiskUsedPercent: 38, CpuUseMilli: 620, MemoryUseMebi: 2140),
        new("node1", "10.0.0.141", 1, IsControlPlane: false, DiskUsedPercent: 64, CpuUseMilli: 210, MemoryUseMebi: 780),
        new("node2", "10.0.0.142", 2, IsControlPlane: false, DiskUsedPercent: 91, CpuUseMilli: 260, MemoryUseMebi: 810),
        new("node3", "10.0.0.143", 3, IsControlPlane: false, DiskUsedPercent: 57, CpuUseMilli: 190, MemoryUseMebi: 760),
    ];

    public static LabNode Named(string name) => All.First(node => node.Name == name);
}
