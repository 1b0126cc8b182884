namespace HomelabPortal.Exposures.Api;

/// <summary>An exposure that is not wanted any more and whose traces are still being taken away.</summary>
internal sealed record LeavingResource(string Id, ExposureStatusResource Status);
