namespace HomelabPortal.Trace.Hops;

/// <summary>Where a tunnel hands a request to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Host">The hostname as the ingress sees it, or the machine's address.</param>
internal sealed record TunnelExit(TunnelExitKind Kind, string Host = "", int Port = 0, string Namespace = "", string Service = "")
{
    /// <summary>What Traefik's Service calls the port that the request comes in by; empty when that is not known.</summary>
    public string EntryPoint { get; init; } = "";

    public static TunnelExit None { get; } = new(TunnelExitKind.None);
}
