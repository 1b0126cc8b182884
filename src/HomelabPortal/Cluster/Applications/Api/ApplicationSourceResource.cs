namespace HomelabPortal.Cluster.Applications.Api;

/// <summary>Where an application comes from.</summary>
internal sealed record ApplicationSourceResource(string Repository, string Path, string Revision);
