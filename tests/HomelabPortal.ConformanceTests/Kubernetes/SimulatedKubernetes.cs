using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>The simulator's cluster with nothing of its own in it.</summary>
internal sealed class SimulatedKubernetes : IAsyncDisposable
{
    public const string Namespace = "conformance";
    private readonly SimulatedLab _lab;

    private SimulatedKubernetes(SimulatedLab lab) => _lab = lab;

    public KubernetesConnection Admin => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(_lab.Kubernetes.KubeconfigPath));

    public KubernetesConnection Reader => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(_lab.Kubernetes.KubeconfigPath, "simulated-read-only"));

    /// <summary>What the cluster's containers write.</summary>
    public Simulator.Kubernetes.Kubelet.KubeletLogs PodLogs => _lab.PodLogs;

    public Simulator.Faults.FaultInjector Faults => _lab.Faults;

    public static async Task<SimulatedKubernetes> StartAsync(CancellationToken cancellationToken)
    {
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false }, cancellationToken);
        lab.KubernetesStore.Delete("apiextensions.k8s.io/v1", "CustomResourceDefinition", null, "applications.argoproj.io");
        lab.KubernetesStore.Put(new() { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new System.Text.Json.Nodes.JsonObject { ["name"] = Namespace }, ["status"] = new System.Text.Json.Nodes.JsonObject { ["phase"] = "Active" } });
        return new SimulatedKubernetes(lab);
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();
}
