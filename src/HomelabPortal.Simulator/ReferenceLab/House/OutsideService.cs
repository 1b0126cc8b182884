namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>A service whose backend is a container on a Docker host, not a pod.</summary>
/// <param name="ByExternalName">True: an ExternalName service; false: a service without selector and a hand-made EndpointSlice.</param>
internal sealed record OutsideService(string Name, string Namespace, string Address, int Port, bool ByExternalName, LabRoute? Route)
{
    public static IReadOnlyList<OutsideService> All { get; } =
    [
        new("jellyfin", "media", LabHouse.MediaBoxAddress, 8096, ByExternalName: true,
            new("jellyfin", "Media", "Jellyfin", "jellyfin.png", "Films and series") { IsTunnelled = true }),
        new("comfyui", "ai", LabHouse.GpuBoxAddress, 8188, ByExternalName: false,
            new("comfyui", "AI", "ComfyUI", "comfy-ui.png", "Images on gpu-box") { IsGuarded = true }),
        new("ollama", "ai", LabHouse.GpuBoxAddress, 11434, ByExternalName: false, Route: null),
    ];
}
