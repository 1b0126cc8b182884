namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What of a container can be changed by hand without making it anew.</summary>
internal sealed record LiveLimits(string Restart, long MemoryBytes, long NanoCpus);
