using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Simulator.Kubernetes.Exec;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.ConformanceTests.Kubernetes;

/// <summary>A real API server with a stub of a kubelet behind it that speaks these protocols.</summary>
public abstract class StubPodExecTests(RealKubernetes cluster, IReadOnlyList<string> protocols) : PodExecConformance
{
    private readonly KubeletExec _exec = new(TimeProvider.System) { Protocols = protocols };
    private StubKubelet? _kubelet;

    private protected override int KubeletPort => _kubelet!.Port;

    private protected override int Running => _exec.Running;

    private protected override async Task<KubernetesConnection> ConnectAsync()
    {
        _kubelet = await StubKubelet.StartAsync(routes => routes.MapGet("/exec/{ns}/{pod}/{container}", ServeAsync));
        return KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.KubeconfigPath));
    }

    private protected override KubernetesConnection ConnectAsReader() =>
        KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(cluster.ReaderKubeconfigPath));

    private protected override Task<string> CreateNamespaceAsync() => cluster.CreateNamespaceAsync(Limit);

    private protected override async Task DisconnectAsync()
    {
        if (_kubelet is not null)
            await _kubelet.DisposeAsync();
    }

    /// <summary>The API server asks kubelets with names of its own: input, output, error and tty.</summary>
    private async Task ServeAsync(HttpContext context, string pod, string container)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _kubelet!.Stopping);
        var query = context.Request.Query;
        await _exec.ServeAsync(context, pod, container, "example/stub:1", [.. query["command"].Select(part => part ?? "")], query["input"] == "1", query["tty"] == "1", gone.Token);
    }
}
