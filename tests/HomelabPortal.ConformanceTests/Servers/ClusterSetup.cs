using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>What the fixture itself does to a cluster, in plain requests: definitions, namespaces, a user who may only read.</summary>
internal sealed class ClusterSetup(HttpClient http) : IDisposable
{
    private const string Definitions = "apis/apiextensions.k8s.io/v1/customresourcedefinitions";
    private static readonly TimeSpan _servedTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Installs the vendors' definitions where the shared data has them, else ones that accept anything.</summary>
    public async Task InstallDefinitionsAsync(CancellationToken cancellationToken)
    {
        foreach (var resource in CustomResource.Needed)
        {
            using HttpContent definition = VendorFile(resource) is { } file
                ? new StringContent(await File.ReadAllTextAsync(file, cancellationToken), Encoding.UTF8, "application/yaml")
                : JsonContent.Create(resource.ToDefinition());
            await PostAsync(Definitions, definition, cancellationToken);
        }

        foreach (var resource in CustomResource.Needed)
            await WaitUntilServedAsync(resource, cancellationToken);
    }

    /// <summary>Makes an object unless one of that name is there; returns the server's answer, null when it was there.</summary>
    public async Task<JsonObject?> CreateAsync(string path, JsonObject manifest, CancellationToken cancellationToken) =>
        await PostAsync(path, JsonContent.Create(manifest), cancellationToken);

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await http.DeleteAsync(path, cancellationToken);
        if (response.StatusCode != HttpStatusCode.NotFound)
            await ThrowUnlessSuccessAsync(response, cancellationToken);
    }

    /// <summary>A service account that may get, list and watch everything but secrets, and nothing else; returns its token.</summary>
    public async Task<string> CreateReaderAsync(string @namespace, CancellationToken cancellationToken)
    {
        await CreateAsync($"api/v1/namespaces/{@namespace}/serviceaccounts", Manifest("v1", "ServiceAccount", "reader"), cancellationToken);

        var role = Manifest("rbac.authorization.k8s.io/v1", "ClusterRole", @namespace);
        role["rules"] = new JsonArray(
            Rule([""], ["nodes", "namespaces", "pods", "services", "events"]),
            Rule(["apps", "batch", "networking.k8s.io", "discovery.k8s.io", "traefik.io", "metallb.io", "longhorn.io", "cert-manager.io"], ["*"]));
        await CreateAsync("apis/rbac.authorization.k8s.io/v1/clusterroles", role, cancellationToken);

        var binding = Manifest("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", @namespace);
        binding["roleRef"] = new JsonObject { ["apiGroup"] = "rbac.authorization.k8s.io", ["kind"] = "ClusterRole", ["name"] = @namespace };
        binding["subjects"] = new JsonArray(new JsonObject { ["kind"] = "ServiceAccount", ["namespace"] = @namespace, ["name"] = "reader" });
        await CreateAsync("apis/rbac.authorization.k8s.io/v1/clusterrolebindings", binding, cancellationToken);

        return await CreateTokenAsync(@namespace, "reader", cancellationToken);
    }

    /// <summary>A bearer token of a service account, good for two hours.</summary>
    public async Task<string> CreateTokenAsync(string @namespace, string account, CancellationToken cancellationToken)
    {
        var request = new JsonObject
        {
            ["apiVersion"] = "authentication.k8s.io/v1",
            ["kind"] = "TokenRequest",
            ["spec"] = new JsonObject { ["audiences"] = new JsonArray(), ["expirationSeconds"] = 7200 },
        };
        var answer = await CreateAsync($"api/v1/namespaces/{@namespace}/serviceaccounts/{account}/token", request, cancellationToken);
        return answer!["status"]!["token"]!.GetValue<string>();
    }

    public async Task DeleteReaderAsync(string @namespace, CancellationToken cancellationToken)
    {
        await DeleteAsync($"apis/rbac.authorization.k8s.io/v1/clusterrolebindings/{@namespace}", cancellationToken);
        await DeleteAsync($"apis/rbac.authorization.k8s.io/v1/clusterroles/{@namespace}", cancellationToken);
    }

    public void Dispose() => http.Dispose();

    public static JsonObject Manifest(string apiVersion, string kind, string name) =>
        new() { ["apiVersion"] = apiVersion, ["kind"] = kind, ["metadata"] = new JsonObject { ["name"] = name } };

    private static JsonObject Rule(JsonArray groups, JsonArray resources) =>
        new() { ["apiGroups"] = groups, ["resources"] = resources, ["verbs"] = new JsonArray("get", "list", "watch") };

    private static string? VendorFile(CustomResource resource)
    {
        var folder = new DirectoryInfo(RepositoryFolder.Combine("..", "shared", "data", "crds", "deployed"));
        return folder.Exists
            ? folder.EnumerateFiles($"{resource.Group}_{resource.Plural}.yaml", SearchOption.AllDirectories).SingleOrDefault()?.FullName
            : null;
    }

    private async Task<JsonObject?> PostAsync(string path, HttpContent content, CancellationToken cancellationToken)
    {
        using var response = await http.PostAsync(path, content, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Conflict)
            return null;
        await ThrowUnlessSuccessAsync(response, cancellationToken);
        return await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken);
    }

    /// <summary>"Established" comes a moment before the first list succeeds, so the list itself is asked.</summary>
    private async Task WaitUntilServedAsync(CustomResource resource, CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            using var response = await http.GetAsync($"apis/{resource.Group}/{resource.Version}/{resource.Plural}?limit=1", cancellationToken);
            if (response.IsSuccessStatusCode)
                return;
            if (started.Elapsed > _servedTimeout)
                throw new TimeoutException($"{resource.Name} is not served {_servedTimeout.TotalSeconds:0} s after it was installed: {response.StatusCode}.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            throw new InvalidOperationException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri}: {(int)response.StatusCode} {body}");
        }
    }
}
