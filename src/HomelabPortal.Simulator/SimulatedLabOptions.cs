using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.Simulator;

/// <summary>How a simulated lab is set up. Every port is on loopback; zero takes a free one.</summary>
public sealed record SimulatedLabOptions
{
    public LabContent Content { get; init; } = LabContent.Reference;

    /// <summary>Whether metrics move, pods restart now and then and deleted pods come back.</summary>
    public bool Lives { get; init; } = true;

    /// <summary>Drives every random choice, so that the same seed gives the same lab.</summary>
    public int Seed { get; init; } = 1;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the kubeconfig and the certificate authority are written; a folder of its own under the temporary folder when null.</summary>
    public string? Folder { get; init; }

    /// <summary>How long the first tunnel connector runs an old configuration after a change; the second takes half as long again.</summary>
    public TimeSpan ConnectorDelay { get; init; } = TimeSpan.FromSeconds(2);

    public int KubernetesPort { get; init; }

    public int CloudflarePort { get; init; }

    /// <summary>The port of the first Docker host; the others take the ports after it, or free ones when zero.</summary>
    public int DockerPort { get; init; }

    public int IdentityPort { get; init; }

    /// <summary>The Docker hosts of a lab without containers; those of the house when null.</summary>
    public IReadOnlyList<DockerHostFacts>? DockerHosts { get; init; }

    /// <summary>Changes remembered per Kubernetes resource. A watch that starts before them is answered with 410.</summary>
    public int WatchHistory { get; init; } = 1000;

    /// <summary>Whether <see cref="Faults.RequestLog"/> also keeps the answers' bodies.</summary>
    public bool RecordAnswers { get; init; }
}
