namespace HomelabPortal.Kubernetes;

/// <summary>How a client behaves on the wire.</summary>
public sealed record KubernetesClientOptions
{
    /// <summary>Must not begin with "curl" or "Mozilla": the server would answer those with indented JSON, twice the size.</summary>
    public string UserAgent { get; init; } = "HomelabPortal.Kubernetes/0.1";

    /// <summary>The time for one answer, but for watches; a page of a list gets twice as long.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the choice of a served version is remembered.</summary>
    public TimeSpan DiscoveryLifetime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a running exec is pinged, so that proxies do not take it for idle.</summary>
    public TimeSpan ExecPingInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an exec may leave pings unanswered before it counts as lost.</summary>
    public TimeSpan ExecPingTimeout { get; init; } = TimeSpan.FromSeconds(60);
}
