namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>What opens the host to a container; only with isUnsafe.</summary>
internal sealed record ReachWish(
    bool? IsPrivileged = null, bool? SharesNetwork = null, bool? SharesProcesses = null, bool? SharesMemory = null, IReadOnlyList<string>? Capabilities = null);
