using System.Net;
using System.Text;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.ConformanceTests.Deploy;

/// <summary>A real API server takes deploy/kubernetes, and its roles give the portal what it needs and no more.</summary>
[Collection(RealKubernetesCollection.Name)]
public sealed class DeployedManifestsTests(RealKubernetes cluster)
{
    [RealKubernetesFact]
    public async Task EveryManifest_IsAccepted()
    {
        var name = await cluster.CreateNamespaceAsync();
        using var http = cluster.Admin.CreateHttpClient();
        foreach (var manifest in DeployedManifest.ReadAll(name))
            await manifest.ApplyAsync(http, dryRun: true);
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_MayWatchTheLabButReadNoSecrets()
    {
        var (_, access) = await SignInAsServiceAccountAsync();
        using (var http = access.CreateHttpClient())
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(http.GetAsync("api/v1/secrets")));

        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(KubeconfigFile.Inline(access)));
        using var client = new KubernetesClient(connection, TimeProvider.System);
        var changed = new Signal();
        using var stop = new CancellationTokenSource();
        var kinds = new KindSources(client, changed.Raise, TimeProvider.System, new Random(1), NullLogger.Instance).Create();
        var running = kinds.Select(kind => kind.RunAsync(stop.Token)).ToArray();
        await UntilReadAsync(kinds, changed);
        await stop.CancelAsync();
        await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        // There is no metrics server here, but the answer to a kind that is missing comes only after the permission.
        Assert.All(kinds, kind => Assert.True(kind.Status.Phase is SourcePhase.Live or SourcePhase.NotInstalled, $"{kind.GetType()}: {kind.Status}"));
        // Which definitions this server has is no matter here; the kinds of every server must be readable.
        Assert.True(kinds.Count(kind => kind.Status.Phase == SourcePhase.Live) > 20, string.Join('\n', kinds.Select(kind => $"{kind.GetType()}: {kind.Status.Phase}")));
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_MayWriteRoutesAndItsOwnBackendsOnly()
    {
        var (name, access) = await SignInAsServiceAccountAsync();
        using (var http = access.CreateHttpClient())
        {
            const string Route = """{"apiVersion":"traefik.io/v1alpha1","kind":"IngressRoute","metadata":{"name":"x"},"spec":{"routes":[]}}""";
            const string Service = """{"apiVersion":"v1","kind":"Service","metadata":{"name":"x"},"spec":{"ports":[{"port":80,"protocol":"TCP"}]}}""";
            const string Pod = """{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"containers":[{"name":"x","image":"x"}]}}""";
            Assert.Equal(HttpStatusCode.Created, await ApplyAsync(http, "apis/traefik.io/v1alpha1/namespaces/default/ingressroutes/x", Route));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(http.DeleteAsync("apis/traefik.io/v1alpha1/namespaces/default/ingressroutes/x")));
            Assert.Equal(HttpStatusCode.Created, await ApplyAsync(http, $"api/v1/namespaces/{name}/services/x", Service));
            Assert.Equal(HttpStatusCode.Forbidden, await ApplyAsync(http, "api/v1/namespaces/default/services/x", Service));
            Assert.Equal(HttpStatusCode.Forbidden, await ApplyAsync(http, $"api/v1/namespaces/{name}/pods/x", Pod));
        }
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_OpensShellsOnlyWithTheirOwnRole()
    {
        var (name, access) = await SignInAsServiceAccountAsync();
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(KubeconfigFile.Inline(access))), TimeProvider.System);
        Assert.False(await client.MayAsync("get", ResourceTypes.Pods, "exec", name));
        Assert.False(await client.MayAsync("create", ResourceTypes.Pods, "exec", name));

        using (var admin = cluster.Admin.CreateHttpClient())
        {
            foreach (var manifest in DeployedManifest.Read(name, "shell.yaml"))
                await manifest.ApplyAsync(admin, dryRun: false);
        }

        await Eventually.HoldsAsync(async () => await client.MayAsync("get", ResourceTypes.Pods, "exec", name), () => "The role does nothing.", TimeSpan.FromSeconds(20));
        Assert.True(await client.MayAsync("create", ResourceTypes.Pods, "exec", name));
        Assert.False(await client.MayAsync("create", ResourceTypes.Pods, "attach", name));
    }

    [RealKubernetesFact(needsPrivateServer: true)]
    public async Task ServiceAccount_MayDoWhatTheActsNeedAndNothingNear()
    {
        var (_, access) = await SignInAsServiceAccountAsync();
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(KubeconfigFile.Inline(access)));
        using var client = new KubernetesClient(connection, TimeProvider.System);
        foreach (var rule in ActRights.All)
            Assert.True(await client.MayAsync(rule.Verbs, rule.Group, rule.Resource, null), rule.ToString());
        (string Verb, string Group, string Resource)[] near =
        [
            ("delete", "apps", "deployments"), ("create", "apps", "deployments"), ("update", "apps", "statefulsets"), ("create", "", "pods"), ("patch", "", "pods"),
            ("delete", "batch", "jobs"), ("delete", "batch", "cronjobs"), ("create", "batch", "cronjobs"), ("delete", "", "nodes"), ("patch", "", "nodes/status"),
            ("deletecollection", "", "pods"), ("patch", "apps", "replicasets"), ("get", "", "secrets"), ("impersonate", "", "users"),
        ];
        foreach (var (verb, group, resource) in near)
            Assert.False(await client.MayAsync(verb, group, resource, null), $"{verb} {resource}.{group}");
    }

    private async Task<(string Namespace, KubernetesAccess Access)> SignInAsServiceAccountAsync()
    {
        var name = await cluster.CreateNamespaceAsync();
        using (var admin = cluster.Admin.CreateHttpClient())
        {
            foreach (var manifest in DeployedManifest.ReadAll(name).Where(manifest => manifest.Kind != "Namespace"))
                await manifest.ApplyAsync(admin, dryRun: false);
        }

        var token = await cluster.CreateTokenAsync(name, name);
        return (name, cluster.Admin with { Client = null, Token = token });
    }

    private static async Task UntilReadAsync(IReadOnlyList<KindSource> kinds, Signal changed)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var state = ClusterState.Connecting;
        while (true)
        {
            state = kinds.Aggregate(state, (current, kind) => kind.Collect(current));
            if (kinds.All(kind => kind.Status.Phase != SourcePhase.Syncing))
                return;
            await changed.WaitAsync(TimeSpan.FromSeconds(1), TimeProvider.System, limit.Token);
        }
    }

    private static async Task<HttpStatusCode> ApplyAsync(HttpClient http, string path, string manifest)
    {
        using var content = new StringContent(manifest, Encoding.UTF8, "application/apply-patch+yaml");
        return await StatusAsync(http.PatchAsync($"{path}?fieldManager=test", content));
    }

    private static async Task<HttpStatusCode> StatusAsync(Task<HttpResponseMessage> request)
    {
        using var response = await request;
        return response.StatusCode;
    }
}
