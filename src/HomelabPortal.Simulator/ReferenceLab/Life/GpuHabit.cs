using HomelabPortal.Simulator.Docker;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Lets the cards work: models are loaded and given back, load and heat come and go.</summary>
internal sealed class GpuHabit(IReadOnlyList<DockerState> hosts, Random random) : ILabHabit
{
    private const int BusyPercent = 90;
    private const int IdleModelMiB = 620;

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(3);

    public void Act(DateTimeOffset now)
    {
        foreach (var host in hosts.Where(host => host.Gpus.Count > 0))
        {
            lock (host.Gate)
            {
                foreach (var container in host.Containers.Where(container => container.VideoMemoryMiB > 0)) Breathe(container);
                foreach (var gpu in host.Gpus) Work(host, gpu);
            }
        }
    }

    // A server that loads on demand gives its model back after a while; others only wax and wane a little.
    private void Breathe(SimulatedContainer container)
    {
        var full = GpuAppetite.Of(container.Image).MiB;
        if (full == 0) return;
        if (container.Image.Contains("ollama", StringComparison.Ordinal) && random.Next(12) == 0)
            container.VideoMemoryMiB = container.VideoMemoryMiB > IdleModelMiB ? IdleModelMiB : full;
        else if (container.VideoMemoryMiB > IdleModelMiB)
            container.VideoMemoryMiB = full - random.Next(Math.Max(1, full / 24));
    }

    private void Work(DockerState host, SimulatedGpu gpu)
    {
        var isUsed = host.GpuProcesses(gpu).Count > 0;
        gpu.UtilizationPercent = isUsed ? Math.Clamp(gpu.UtilizationPercent + random.Next(-14, 15), 2, 99) : 0;
        var heat = 34 + gpu.UtilizationPercent * 45 / 100;
        gpu.TemperatureCelsius += Math.Sign(heat - gpu.TemperatureCelsius);
        gpu.ThrottleReasons = gpu.UtilizationPercent > BusyPercent ? 4 : 0;
    }
}
