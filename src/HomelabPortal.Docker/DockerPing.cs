namespace HomelabPortal.Docker;

/// <summary>Answer to a ping.</summary>
/// <param name="ApiVersion">Newest API version the daemon speaks, such as <c>1.41</c>.</param>
/// <param name="OperatingSystem"><c>linux</c> or <c>windows</c>.</param>
/// <param name="Server">Name and version of the daemon.</param>
public sealed record DockerPing(string? ApiVersion, string? OperatingSystem, string? Server);
