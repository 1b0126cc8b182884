namespace HomelabPortal.Hostnames.Watching;

/// <summary>A source of the table that cannot be read now.</summary>
/// <param name="Name">"DNS", "Tunnels" or "Ingress".</param>
/// <param name="AsOf">When it was last seen; null when never.</param>
public sealed record SourceGap(string Name, DateTimeOffset? AsOf, string Fault);
