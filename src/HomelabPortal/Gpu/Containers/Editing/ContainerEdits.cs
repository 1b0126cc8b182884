using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Pure: the small changes that buttons make.</summary>
internal static class ContainerEdits
{
    public static DesiredContainer Start(DesiredContainer container, bool anyway) => container with { IsStopped = false, IgnoresLease = anyway };

    public static DesiredContainer Stop(DesiredContainer container) => container with { IsStopped = true, IgnoresLease = false };

    /// <summary>Another specification by one count, so that what failed is made once more as it is.</summary>
    public static DesiredContainer TryAgain(DesiredContainer container) => container with { Attempt = container.Attempt + 1, IsStopped = false };

    public static DesiredContainer Update(DesiredContainer container, string digest) => container with { Digest = digest };
}
