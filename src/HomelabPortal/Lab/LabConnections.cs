using HomelabPortal.Cloudflare;
using HomelabPortal.Docker;
using HomelabPortal.Kubernetes;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Lab;

/// <summary>
/// The clients of the outside systems that are configured.
/// Null is "not connected": the help text says how to connect it, and the rest of the portal works without it.
/// </summary>
internal sealed class LabConnections : IDisposable
{
    public const string CloudflareHelp = "Cloudflare is not connected. Set Cloudflare:ApiToken or Cloudflare:ApiTokenFile to a token that may read zones and edit DNS and tunnels.";
    private const string NoKubernetes = "Kubernetes is not connected. Set Kubernetes:Kubeconfig to a kubeconfig, or run the portal inside the cluster.";

    public LabConnections(
        IOptions<KubernetesOptions> kubernetes, IOptions<CloudflareOptions> cloudflare, IOptions<DockerOptions> docker,
        TimeProvider time, ILoggerFactory loggers)
    {
        (Kubernetes, KubernetesHelp) = Connect(kubernetes.Value, time, loggers.CreateLogger<KubernetesClient>());
        if (cloudflare.Value.ReadToken() is { } token)
        {
            var options = new CloudflareClientOptions
            {
                ApiToken = token,
                BaseAddress = cloudflare.Value.BaseAddress,
                BudgetCalls = cloudflare.Value.CallsPerFiveMinutes,
                OnCall = CloudflareCalls.Note,
            };
            Cloudflare = new CloudflareClient(options, time, loggers.CreateLogger<CloudflareClient>());
        }

        CloudflareAccountId = string.IsNullOrWhiteSpace(cloudflare.Value.AccountId) ? null : cloudflare.Value.AccountId.Trim();
        DockerHosts = [.. docker.Value.Hosts.Select(host => Connect(host, time, loggers.CreateLogger<DockerClient>()))];
    }

    public KubernetesClient? Kubernetes { get; }

    /// <summary>How to connect Kubernetes, or what is wrong with the kubeconfig that was given.</summary>
    public string KubernetesHelp { get; }

    public CloudflareClient? Cloudflare { get; }

    /// <summary>What the calls made with the one client have taught.</summary>
    public CloudflareCalls CloudflareCalls { get; } = new();

    /// <summary>Null takes the account of the zones.</summary>
    public string? CloudflareAccountId { get; }

    public IReadOnlyList<DockerHost> DockerHosts { get; }

    public void Dispose()
    {
        Kubernetes?.Dispose();
        Cloudflare?.Dispose();
        foreach (var host in DockerHosts)
            host.Client.Dispose();
    }

    private static (KubernetesClient? Client, string Help) Connect(KubernetesOptions options, TimeProvider time, ILogger<KubernetesClient> logger)
    {
        try
        {
            return FindKubernetes(options) is { } connection
                ? (new KubernetesClient(connection, time, logger), NoKubernetes)
                : (null, NoKubernetes);
        }
        catch (KubeconfigException fault)
        {
            // A broken kubeconfig costs the cluster's pages, not the portal.
            LabLog.KubeconfigFault(logger, fault.Message);
            return (null, fault.Message);
        }
    }

    private static KubernetesConnection? FindKubernetes(KubernetesOptions options)
    {
        var context = string.IsNullOrWhiteSpace(options.Context) ? null : options.Context;
        if (options.Kubeconfig is { Length: > 0 } path)
            return KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(path, context) with { AllowExecPlugins = options.AllowExecPlugins });
        if (InClusterEnvironment.Current.IsPresent)
            return KubernetesConnection.InCluster();
        return File.Exists(KubernetesOptions.DefaultKubeconfig)
            ? KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(KubernetesOptions.DefaultKubeconfig, context) with { AllowExecPlugins = options.AllowExecPlugins })
            : null;
    }

    private static DockerHost Connect(DockerHostOptions host, TimeProvider time, ILogger<DockerClient> logger)
    {
        var address = new Uri(host.Address);
        var lanAddress = host.LanAddress ?? (address.Scheme == "unix" || address.IsLoopback ? null : address.Host);
        return new DockerHost(host.Name, lanAddress, new DockerClient(DockerConnection.FromAddress(host.Address, host.CertificateDirectory), time, logger))
        {
            OtherAddresses = [.. host.OtherAddresses.Select(other => other.Trim())],
            GpuAttachment = host.GpuAttachment,
            GpuExporter = string.IsNullOrWhiteSpace(host.GpuExporter) ? null : new Uri(host.GpuExporter.Trim()),
            GpuProbeImage = string.IsNullOrWhiteSpace(host.GpuProbeImage) ? null : host.GpuProbeImage.Trim(),
        };
    }
}
