namespace HomelabPortal.Ingress.Reading;

/// <summary>A router as Traefik has it.</summary>
/// <param name="Rule">What it takes, in Traefik's language.</param>
/// <param name="Priority">Of several that match, the highest goes first.</param>
public sealed record TraefikRouter(string Rule, int Priority);
