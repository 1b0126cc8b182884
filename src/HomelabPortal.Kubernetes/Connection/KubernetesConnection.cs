using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Kubernetes;

/// <summary>Where an API server is and as whom to talk to it. Immutable; it holds secrets, so its text form names none.</summary>
public sealed class KubernetesConnection
{
    internal KubernetesConnection(Uri server, string description)
    {
        Server = server;
        Description = description;
    }

    /// <summary>The address of the server.</summary>
    public Uri Server { get; }

    /// <summary>Where this came from, for people: the context and file, or the cluster the process runs in.</summary>
    public string Description { get; }

    /// <summary>The namespace meant when none is named.</summary>
    public string Namespace { get; internal init; } = "default";

    /// <summary>The kubeconfig context, or null in a cluster.</summary>
    public string? Context { get; internal init; }

    internal Uri BaseAddress => Server.AbsoluteUri.EndsWith('/') ? Server : new Uri(Server.AbsoluteUri + "/");

    internal ICredential Credential { get; init; } = FixedCredential.None;

    /// <summary>Null trusts what the operating system trusts.</summary>
    internal ServerTrust? Trust { get; init; }

    internal bool SkipsTlsVerify { get; init; }

    internal string? TlsServerName { get; init; }

    internal X509Certificate2? ClientCertificate { get; init; }

    internal X509Certificate2Collection? ClientChain { get; init; }

    internal Uri? Proxy { get; init; }

    internal IReadOnlyList<(string Name, string Value)> ImpersonationHeaders { get; init; } = [];

    /// <summary>The connection a kubeconfig describes.</summary>
    /// <exception cref="KubeconfigException">The file cannot be used; the message says which field and what to do.</exception>
    public static KubernetesConnection FromKubeconfig(KubeconfigSource source) => Kubeconfig.Connect(source);

    /// <summary>The connection of a pod's service account.</summary>
    /// <exception cref="KubeconfigException">The process does not run in a cluster, or its service account is not mounted.</exception>
    public static KubernetesConnection InCluster(InClusterEnvironment? environment = null) => InClusterConnection.Create(environment ?? InClusterEnvironment.Current);

    public override string ToString() => $"{Server} ({Description})";
}
