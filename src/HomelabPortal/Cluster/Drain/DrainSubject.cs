namespace HomelabPortal.Cluster.Drain;

/// <summary>A thing that a finding is about.</summary>
/// <param name="Name">"media/sonarr".</param>
/// <param name="Href">Its page; null when it has none.</param>
public sealed record DrainSubject(string Name, string? Href = null);
