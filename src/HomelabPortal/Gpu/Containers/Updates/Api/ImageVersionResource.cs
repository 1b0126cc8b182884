namespace HomelabPortal.Gpu.Containers.Updates.Api;

/// <summary>How the image of any container of a Docker host stands to its registry.</summary>
/// <param name="Container">The container's name.</param>
/// <param name="IsWanted">It is looked after here; others are only told about.</param>
/// <param name="CheckedAt">When the registry last told which version it has.</param>
internal sealed record ImageVersionResource(string Host, string Container, string Image, bool IsWanted, StandingKind Standing, DateTimeOffset? CheckedAt);
