namespace HomelabPortal.Simulator.Docker;

/// <summary>How large images are: those that carry a GPU's libraries are huge.</summary>
internal static class RegistryContent
{
    private static readonly (string Part, int Megabytes)[] Known =
    [
        ("vllm", 8200), ("comfyui", 6100), ("text-generation-inference", 4900), ("whisper", 3300), ("llama.cpp", 1900), ("ollama", 1600), ("open-webui", 1500), ("pipelines", 700),
        ("jellyfin", 480), ("busybox", 2), ("debian", 48),
    ];

    public static long Bytes(string reference) =>
        1_000_000L * (Known.FirstOrDefault(known => ImageName.Repository(reference).Contains(known.Part, StringComparison.Ordinal)) is { Part: not null } found
            ? found.Megabytes
            : 40 + StableId.Number("size/" + ImageName.Repository(reference), 300));

    /// <summary>Layers of a download: short digest and compressed bytes. The first is the base that many images share.</summary>
    public static IReadOnlyList<(string Id, long Bytes)> Layers(string reference, string digest)
    {
        var rest = Bytes(reference) / 2;
        return
        [
            (StableId.Hex("base/" + ImageName.Host(reference), 12), 29_000_000),
            (StableId.Hex($"{digest}/1", 12), rest / 10),
            (StableId.Hex($"{digest}/2", 12), rest - rest / 10),
        ];
    }
}
