namespace HomelabPortal.Simulator.Docker;

/// <summary>A process that computes on a card, by its number on the host.</summary>
public sealed record GpuProcess(int Id, string Name, int MemoryMiB);
