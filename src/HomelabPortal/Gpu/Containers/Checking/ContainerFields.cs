namespace HomelabPortal.Gpu.Containers.Checking;

/// <summary>The members that a fault of a container can be about, as the API and the form call them.</summary>
internal static class ContainerFields
{
    public const string Host = "host";
    public const string Name = "name";
    public const string Image = "image";
    public const string Digest = "digest";
    public const string Command = "command";
    public const string Entrypoint = "entrypoint";
    public const string Variables = "variables";
    public const string Ports = "ports";
    public const string Volumes = "volumes";
    public const string Devices = "devices";
    public const string Gpu = "gpu";
    public const string SharedMemory = "sharedMemoryMiB";
    public const string Memory = "memoryMiB";
    public const string Processors = "processors";
    public const string Health = "health";
    public const string Network = "network";
    public const string User = "user";
    public const string StopSeconds = "stopSeconds";
    public const string Labels = "labels";
    public const string Lease = "lease";
    public const string IdleStop = "idleStopMinutes";
    public const string Reach = "reach";
    public const string Updates = "updates";

    /// <summary>Those whose questions stand under "More", which is opened for a fault of theirs.</summary>
    public static IReadOnlySet<string> More { get; } = new HashSet<string> { Health, Memory, Processors, SharedMemory, Network, User, StopSeconds, Labels, Devices, Reach };

    /// <summary>Those that the form has a question for; faults of others stand below it.</summary>
    public static IReadOnlySet<string> Shown { get; } = new HashSet<string>(More)
    {
        Name, Host, Image, Digest, Ports, Command, Entrypoint, Volumes, Variables, Lease, Gpu, Updates, IdleStop,
    };
}
