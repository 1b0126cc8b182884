using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;

namespace HomelabPortal.Tests.Gpu.Telemetry;

public sealed class GpuHoldersTests
{
    private static readonly GpuReading _card = new() { Uuid = "GPU-1", MemoryTotalMiB = 24576, MemoryUsedMiB = 10_000 };

    [Fact]
    public void Rows_AddUpToWhatTheCardSaysIsUsed()
    {
        var rows = Join([new("GPU-1", 11, "/usr/bin/ollama", 6_000), new("GPU-1", 12, "python3", 3_000), new("GPU-1", 99, "Xorg", 200)], ("ollama", [11]), ("comfyui", [7, 12]));
        Assert.Equal(["ollama ollama 6000", "comfyui python3 3000", "Host / other Xorg 1000"], rows);
    }

    [Fact]
    public void Processes_OfOneContainer_AreOneRow() =>
        Assert.Equal(["vllm a, b 9995"], Join([new("GPU-1", 1, "b", 9_000), new("GPU-1", 2, "x/a", 995)], ("vllm", [1, 2])));

    [Fact]
    public void Memory_ThatNoProcessAccountsFor_IsTheHosts() =>
        Assert.Equal(["Host / other driver and contexts 10000"], Join([]));

    [Fact]
    public void Process_WhoseMemoryIsNotTold_IsShownAsUnknown_AndNothingIsGuessed() =>
        Assert.Equal(["ollama ollama unknown"], Join([new("GPU-1", 11, "ollama", null)], ("ollama", [11])));

    [Fact]
    public void Process_OfTheHostWhoseMemoryIsNotTold_IsUnknownAndNotNothing() =>
        Assert.Equal(["Host / other Xorg unknown"], Join([new("GPU-1", 99, "Xorg", null)]));

    [Fact]
    public void Processes_OfAnotherCard_DoNotCount() =>
        Assert.Equal(["Host / other driver and contexts 10000"], Join([new("GPU-2", 11, "ollama", 5)], ("ollama", [11])));

    private static IEnumerable<string> Join(IReadOnlyList<ComputeProcess> processes, params (string Name, int[] Ids)[] containers) =>
        GpuHolders.Join([_card], processes, containers.ToDictionary(container => container.Name, container => (IReadOnlyList<int>)container.Ids))
            .Select(row => $"{row.Title} {row.Programs} {(row.MemoryMiB is { } held ? $"{held:0}" : "unknown")}");
}
