namespace HomelabPortal.Desired.Containers;

/// <summary>How a container shares the GPU. Docker enforces none of it: the portal holds back what does not fit.</summary>
/// <param name="IsExclusive">Nothing else that has a lease runs on the GPU beside it.</param>
/// <param name="ReservedMiB">The video memory it is expected to need.</param>
/// <param name="Priority">The higher one may be started in the place of lower ones.</param>
public sealed record GpuLease(bool IsExclusive, int? ReservedMiB = null, int Priority = 0);
