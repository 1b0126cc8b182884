using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class KubernetesOptions : IValidatedOptions
{
    public static string Section => "Kubernetes";

    /// <summary>Path of a kubeconfig; else the cluster the portal runs in, else ~/.kube/config.</summary>
    public string? Kubeconfig { get; set; }

    public string? Context { get; set; }

    /// <summary>Credential plugins run a program that the kubeconfig names; off unless asked for.</summary>
    public bool AllowExecPlugins { get; set; }

    public IEnumerable<string> Faults()
    {
        if (Kubeconfig is { Length: > 0 } && !File.Exists(Kubeconfig))
            yield return $"Kubernetes:Kubeconfig {Kubeconfig} does not exist.";
        if (Context is { Length: > 0 } && string.IsNullOrEmpty(Kubeconfig) && !File.Exists(DefaultKubeconfig))
            yield return "Kubernetes:Context is set, but there is no kubeconfig to find it in. Set Kubernetes:Kubeconfig.";
    }

    public static string DefaultKubeconfig =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".kube", "config");
}
