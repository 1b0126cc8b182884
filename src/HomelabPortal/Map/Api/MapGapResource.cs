namespace HomelabPortal.Map.Api;

/// <summary>A source that cannot be read now.</summary>
/// <param name="AsOf">When it was last seen; null when never.</param>
internal sealed record MapGapResource(string Name, DateTimeOffset? AsOf, string Fault);
