namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>How a container shares the GPU.</summary>
/// <param name="IsExclusive">Nothing else that has a lease runs beside it.</param>
/// <param name="ReservedMiB">The video memory it is expected to need.</param>
/// <param name="Priority">From -100 to 100; the higher one goes first.</param>
internal sealed record LeaseWish(bool? IsExclusive = null, int? ReservedMiB = null, int? Priority = null);
