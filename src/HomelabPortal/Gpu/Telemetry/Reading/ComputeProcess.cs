namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>A process that computes on a card, by its number on the host. What it holds is null when the driver does not tell.</summary>
internal sealed record ComputeProcess(string Card, int Id, string Name, double? MemoryMiB);
