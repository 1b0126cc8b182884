namespace HomelabPortal.Kubernetes;

/// <summary>What Kubernetes gives every pod.</summary>
/// <param name="Host">KUBERNETES_SERVICE_HOST, or null outside a cluster.</param>
/// <param name="Port">KUBERNETES_SERVICE_PORT, or null outside a cluster.</param>
/// <param name="Folder">Where token, ca.crt and namespace are mounted.</param>
public sealed record InClusterEnvironment(string? Host, string? Port, string Folder = InClusterEnvironment.DefaultFolder)
{
    public const string DefaultFolder = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>That of this process.</summary>
    public static InClusterEnvironment Current =>
        new(Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST"), Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_PORT"));

    /// <summary>True when the process runs in a pod with a service account.</summary>
    public bool IsPresent => !string.IsNullOrEmpty(Host) && !string.IsNullOrEmpty(Port) && File.Exists(Path.Combine(Folder, "token"));
}
