namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>One workload of the lab with everything that hangs on it.</summary>
internal sealed record LabApp(string Name, string Namespace, string Image)
{
    public LabWorkloadKind Kind { get; init; } = LabWorkloadKind.Deployment;

    /// <summary>The nodes its pods run on, one entry per pod.</summary>
    public IReadOnlyList<string> Nodes { get; init; } = ["node1"];

    /// <summary>Ports of its service; the first is the one people use. Empty means no service.</summary>
    public IReadOnlyList<LabPort> Ports { get; init; } = [];

    /// <summary>Address from the MetalLB pool; makes the service a LoadBalancer.</summary>
    public string? LoadBalancerAddress { get; init; }

    public int CpuRequestMilli { get; init; } = 50;
    public int MemoryRequestMebi { get; init; } = 128;
    public int CpuUseMilli { get; init; } = 8;
    public int MemoryUseMebi { get; init; } = 140;
    public int AgeDays { get; init; } = 40;
    public int PodAgeHours { get; init; } = 96;
    public int Restarts { get; init; }
    public bool CrashLoops { get; init; }
    public bool RunsOnControlPlane { get; init; }
    public IReadOnlyList<LabVolume> Volumes { get; init; } = [];
    public IReadOnlyList<LabHelper> Helpers { get; init; } = [];

    /// <summary>Where it keeps what it can make again, on the node's own disk.</summary>
    public string? Scratch { get; init; }

    /// <summary>Variables it takes from the secret of its name.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Variables that hold their values themselves.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment { get; init; } = [];

    /// <summary>True when k3s applies it from its own folder.</summary>
    public bool IsAddon { get; init; }

    public LabRoute? Route { get; init; }

    /// <summary>The Argo CD application that owns its objects; null when nobody does.</summary>
    public string? ArgoApplication { get; init; } = "";

    public string? Owner => ArgoApplication is "" ? Name : ArgoApplication;
}
