using HomelabPortal.Simulator;

namespace HomelabPortal.Lab;

/// <summary>The simulated lab, said in the same configuration keys a real one uses.</summary>
internal static class SimulatedLabSettings
{
    public static IEnumerable<KeyValuePair<string, string?>> Of(SimulatedLab lab)
    {
        yield return new("Kubernetes:Kubeconfig", lab.Kubernetes.KubeconfigPath);
        yield return new("Kubernetes:Context", null);
    }
}
