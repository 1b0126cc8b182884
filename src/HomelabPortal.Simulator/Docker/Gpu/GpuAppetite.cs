namespace HomelabPortal.Simulator.Docker;

/// <summary>How much memory of a card programs take once they are up, by their image.</summary>
internal static class GpuAppetite
{
    private static readonly (string Part, string Program, int MiB)[] Known =
    [
        ("vllm", "VLLM::EngineCore", 20_890), ("text-generation-inference", "text-generation-server", 20_100), ("comfyui", "python3", 6_480), ("ollama", "/usr/bin/ollama", 7_912),
        ("whisper", "python3", 2_146), ("llama.cpp", "/app/llama-server", 9_310), ("llama-swap", "/app/llama-server", 9_310),
    ];

    public static (string Program, int MiB) Of(string image) =>
        Known.FirstOrDefault(known => image.Contains(known.Part, StringComparison.Ordinal)) is { Part: not null } found ? (found.Program, found.MiB) : ("python3", 0);
}
