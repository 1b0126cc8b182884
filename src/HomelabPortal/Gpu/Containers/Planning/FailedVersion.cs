namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>A version that did not serve, and why.</summary>
internal sealed record FailedVersion(string Hash, string Why);
