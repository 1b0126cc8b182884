using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.Simulator.ReferenceLab.House;

internal static class LabContainers
{
    private const string Gpu = "gpu-box";
    private const string Media = "media-box";

    public static IReadOnlyList<DockerHostFacts> Hosts { get; } =
    [
        new(Gpu)
        {
            LanAddress = "10.0.0.160", Processors = 16, MemoryBytes = 67_108_864_000,
            GpuDevices = ["nvidia.com/gpu=0", "nvidia.com/gpu=GPU-3a23c669-1f69-c64e-cf85-44e9b07e7a2a", "nvidia.com/gpu=all"],
        },
        new(Media) { LanAddress = "10.0.0.150", Processors = 4, MemoryBytes = 16_777_216_000, EngineVersion = "26.1.5+dfsg1", ApiVersion = "1.45" },
    ];

    public static IReadOnlyList<LabContainer> All { get; } =
    [
        new(Gpu, "ollama", "ollama/ollama:0.12.9")
        {
            Port = 11434, UsesGpu = true, HealthUrl = "http://localhost:11434/", AgeHours = 212,
            Environment = ["OLLAMA_HOST=0.0.0.0", "OLLAMA_KEEP_ALIVE=10m"], Binds = ["ollama:/root/.ollama"],
            Log =
            [
                "time=2026-11-21T08:50:11.204Z level=INFO source=routes.go:1345 msg=\"Listening on [::]:11434 (version 0.12.9)\"",
                "time=2026-11-21T08:50:12.881Z level=INFO source=types.go:42 msg=\"inference compute\" library=CUDA name=\"NVIDIA GeForce RTX 3090\" total=\"24.0 GiB\" available=\"23.3 GiB\"",
                "[GIN] 2026/11/21 - 09:12:40 | 200 |  4.118271102s |      10.42.2.14 | POST     \"/api/chat\"",
            ],
        },
        new(Gpu, "vllm", "vllm/vllm-openai:v0.11.0")
        {
            Port = 8000, UsesGpu = true, ExitCode = 137, AgeHours = 49, Command = ["--model", "Qwen/Qwen3-14B-AWQ", "--gpu-memory-utilization", "0.85"],
            Binds = ["huggingface:/root/.cache/huggingface"],
            Log =
            [
                "INFO 11-21 04:21:09 [__init__.py:216] Automatically detected platform cuda.",
                "E torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 1.16 GiB. GPU 0 has a total capacity of 23.57 GiB of which 488.25 MiB is free.",
            ],
        },
        new(Gpu, "open-webui-pipelines", "ghcr.io/open-webui/pipelines:main") { Port = 9099, AgeHours = 212, Log = ["INFO:     Uvicorn running on http://0.0.0.0:9099"] },
        new(Gpu, "comfyui", "yanwk/comfyui-boot:cu128-slim")
        {
            Port = 8188, UsesGpu = true, AgeHours = 71, Binds = ["/srv/comfyui:/root"], ComposeProject = "comfyui",
            Log = ["Total VRAM 24124 MB, total RAM 64000 MB", "Device: cuda:0 NVIDIA GeForce RTX 3090 : cudaMallocAsync", "To see the GUI go to: http://0.0.0.0:8188"],
        },
        new(Gpu, "whisper", "onerahmet/openai-whisper-asr-webservice:v1.9.1-gpu") { Port = 9000, UsesGpu = true, HasLostGpu = true, AgeHours = 330, Log = ["INFO:     Application startup complete."] },
        new(Media, "jellyfin", "jellyfin/jellyfin:10.11.2")
        {
            Port = 8096, Devices = ["/dev/dri/renderD128"], AgeHours = 505, HealthUrl = "http://localhost:8096/health", Binds = ["/srv/jellyfin/config:/config", "/mnt/media:/media:ro"], ComposeProject = "media",
            Log = ["[09:11:02] [INF] [31] Emby.Server.Implementations.Session.SessionManager: New device added", "[09:20:44] [INF] [12] Jellyfin.Api.Controllers.DynamicHlsController: Transcoding started"],
        },
        new(Media, "vaultwarden", "vaultwarden/server:1.34.3")
        {
            Port = 80, AgeHours = 505, HealthUrl = "http://localhost:80/alive", Binds = ["/srv/vaultwarden:/data"], ComposeProject = "vaultwarden",
            Environment = ["DOMAIN=https://vault.cowlab.org", "SIGNUPS_ALLOWED=false", "ADMIN_TOKEN=4f1c9a6be0d2"],
            Log = ["[2026-11-18 21:03:55.182][rocket::server][INFO] Rocket has launched from http://0.0.0.0:80"],
        },
        new(Media, "watchtower", "containrrr/watchtower:1.7.1") { AgeHours = 505, Command = ["--cleanup"], ComposeProject = "media", Log = ["time=\"2026-11-21T04:00:09Z\" level=info msg=\"Session done\" Failed=0 Scanned=3 Updated=0"] },
    ];
}
