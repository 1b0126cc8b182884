namespace HomelabPortal.Gpu.Telemetry;

/// <summary>Who holds how much of a card's memory.</summary>
/// <param name="Card">Its UUID.</param>
/// <param name="Container">Name of the container; null for a process of the host or of somebody who cannot be told.</param>
/// <param name="Programs">Names of the processes.</param>
/// <param name="MemoryMiB">Null when the driver does not tell.</param>
public sealed record GpuHolder(string Card, string? Container, string Programs, double? MemoryMiB)
{
    public string Title => Container ?? "Host / other";
}
