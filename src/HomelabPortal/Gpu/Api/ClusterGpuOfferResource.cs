namespace HomelabPortal.Gpu.Api;

/// <summary>What a node offers of one resource, and what pods on it have asked for.</summary>
internal sealed record ClusterGpuOfferResource(string Resource, decimal Allocatable, decimal Capacity, decimal Requested);
