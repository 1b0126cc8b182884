namespace HomelabPortal.Exposures.Api;

/// <summary>All exposures at one revision of what is wanted.</summary>
internal sealed record ExposureList(long Revision, IReadOnlyList<ExposureResource> Items, IReadOnlyList<LeavingResource> Leaving);
