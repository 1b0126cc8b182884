using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Tests.Gpu.Containers;

/// <summary>Wanted containers with sensible defaults, so that a test names only what it is about.</summary>
internal static class Wish
{
    public const string Host = "gpu";

    public static DesiredContainer Container(string name = "ollama", string id = "ct00000001", string image = "ollama/ollama:0.6.2") =>
        new() { Id = id, Host = Host, Name = name, Image = image };

    public static DesiredContainer Mounting(string source, string target = "/data", bool isReadOnly = false) =>
        Container() with { Volumes = [new ContainerVolume(source, target, isReadOnly)] };
}
