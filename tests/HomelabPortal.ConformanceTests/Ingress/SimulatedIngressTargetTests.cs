using System.Text.Json.Nodes;
using HomelabPortal.Simulator;

namespace HomelabPortal.ConformanceTests.Ingress;

public sealed class SimulatedIngressTargetTests : IngressTargetConformance
{
    private SimulatedLab? _lab;

    private protected override async Task<(string Kubeconfig, string Namespace)> ConnectAsync()
    {
        _lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false }, CancellationToken.None);
        _lab.KubernetesStore.Put(new JsonObject { ["apiVersion"] = "v1", ["kind"] = "Namespace", ["metadata"] = new JsonObject { ["name"] = "conformance" } });
        return (_lab.Kubernetes.KubeconfigPath, "conformance");
    }

    private protected override async Task DisconnectAsync()
    {
        if (_lab is not null)
            await _lab.DisposeAsync();
    }
}
