using System.Collections.Immutable;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Tests.Gpu.Containers;

namespace HomelabPortal.Tests.Gpu.Servers;

/// <summary>Docker hosts as last seen, and wanted containers on them, for tests of what is reached where.</summary>
internal static class Docks
{
    public const string Lan = "10.0.0.160";

    public static DockerState State(params DockerContainer[] containers) => new([Host(containers)]);

    public static DockerHostState Host(params DockerContainer[] containers) => new(Wish.Host, Lan, [.. containers], GoldenCase.Now, null);

    public static DockerContainer Seen(string name, string image, string state = "running", params DockerPort[] ports) =>
        new($"id-{name}", name, image, state, state == "running" ? "Up 2 hours" : "Exited (0) 2 hours ago", []) { Published = ports.ToImmutableArray() };

    public static DesiredContainer Wanted(string image, string address = Lan, int hostPort = 8000, int port = 8000) =>
        Wish.Container("server", image: image) with { Ports = [new PublishedPort(address, hostPort, port)] };
}
