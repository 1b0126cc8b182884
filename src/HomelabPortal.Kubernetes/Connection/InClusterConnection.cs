using System.Security.Cryptography;

namespace HomelabPortal.Kubernetes;

internal static class InClusterConnection
{
    public static KubernetesConnection Create(InClusterEnvironment environment)
    {
        if (string.IsNullOrEmpty(environment.Host) || string.IsNullOrEmpty(environment.Port))
            throw new KubeconfigException("the environment", "KUBERNETES_SERVICE_HOST", "it is not set, so this process does not run in a cluster; give it a kubeconfig instead");
        var token = Path.Combine(environment.Folder, "token");
        if (!File.Exists(token))
            throw new KubeconfigException(token, "token", "the file is missing; mount the pod's service account (automountServiceAccountToken: true)");
        // An IPv6 address needs brackets in a URL.
        var host = environment.Host.Contains(':') && !environment.Host.StartsWith('[') ? $"[{environment.Host}]" : environment.Host;
        if (!Uri.TryCreate($"https://{host}:{environment.Port}", UriKind.Absolute, out var server))
            throw new KubeconfigException("the environment", "KUBERNETES_SERVICE_HOST", $"\"{environment.Host}:{environment.Port}\" is not an address");
        return new KubernetesConnection(server, "the cluster this process runs in")
        {
            Credential = new FileCredential(token),
            Trust = ReadTrust(Path.Combine(environment.Folder, "ca.crt")),
            Namespace = ReadNamespace(Path.Combine(environment.Folder, "namespace")),
        };
    }

    private static ServerTrust ReadTrust(string path)
    {
        try
        {
            return ServerTrust.InFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new KubeconfigException(path, "ca.crt", $"it cannot be read as PEM certificates; check the pod's service account mount ({exception.Message})", exception);
        }
    }

    private static string ReadNamespace(string path) => File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } ns ? ns : "default";
}
