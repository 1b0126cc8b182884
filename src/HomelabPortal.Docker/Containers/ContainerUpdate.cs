namespace HomelabPortal.Docker;

/// <summary>What can be changed of a container that is there; anything else needs a new one.</summary>
public sealed record ContainerUpdate
{
    /// <summary>When the daemon starts it again.</summary>
    public RestartPolicy? RestartPolicy { get; init; }

    /// <summary>Limit of memory in bytes.</summary>
    public long? Memory { get; init; }

    /// <summary>Limit of memory and swap in bytes; -1 for none.</summary>
    public long? MemorySwap { get; init; }

    /// <summary>Limit of processor time in billionths of a processor.</summary>
    public long? NanoCpus { get; init; }
}
