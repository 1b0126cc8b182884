using HomelabPortal.Gpu.Hosts;

namespace HomelabPortal.Gpu.Api;

/// <summary>What a Docker host is, as its engine tells.</summary>
/// <param name="Version">Of the engine.</param>
/// <param name="Api">The version of its API that is spoken with it.</param>
/// <param name="System">Its distribution.</param>
/// <param name="Memory">In bytes.</param>
/// <param name="Devices">Names of GPUs that it hands out by CDI.</param>
/// <param name="Warnings">What the engine warns of.</param>
internal sealed record EngineResource(
    string Version, string Api, string System, string Kernel, string Architecture, int Processors, long Memory, string? DefaultRuntime, IReadOnlyList<string> Devices, IReadOnlyList<string> Warnings)
{
    public static EngineResource Of(HostFacts facts) => new(
        facts.Engine, facts.Api, facts.System, facts.Kernel, facts.Architecture, facts.Processors, facts.MemoryBytes, facts.DefaultRuntime, [.. facts.Devices, .. facts.OtherDevices], [.. facts.Warnings]);
}
