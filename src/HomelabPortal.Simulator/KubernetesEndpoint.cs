namespace HomelabPortal.Simulator;

/// <summary>Where the simulated API server listens and how to sign in.</summary>
public sealed record KubernetesEndpoint
{
    /// <summary>An https address on loopback; its certificate is signed by <see cref="CertificateAuthorityPath"/>.</summary>
    public required Uri Address { get; init; }

    /// <summary>A bearer token that may do everything.</summary>
    public required string Token { get; init; }

    /// <summary>A bearer token that may get, list and watch everything but secrets.</summary>
    public required string ReadOnlyToken { get; init; }

    /// <summary>A kubeconfig with the contexts <c>simulated</c> and <c>simulated-read-only</c>.</summary>
    public required string KubeconfigPath { get; init; }

    public required string CertificateAuthorityPath { get; init; }
}
