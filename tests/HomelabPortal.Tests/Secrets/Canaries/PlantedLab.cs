using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Secrets.Canaries;

/// <summary>A lab full of secrets: in what the portal is given to connect with, and in what the lab shows it.</summary>
internal sealed partial class PlantedLab : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    private PlantedLab(PortalLab lab) => Lab = lab;

    public PortalLab Lab { get; }

    public CanaryScan Scan { get; } = new();

    public static async Task<PlantedLab> StartAsync()
    {
        var planted = new PlantedLab(await PortalLab.StartAsync());
        planted.PlantConnections();
        planted.PlantObjects();
        return planted;
    }

    /// <summary>A new secret of its own, on the list.</summary>
    public string New(string name)
    {
        var secret = $"Canary-{RandomNumberGenerator.GetHexString(24, lowercase: true)}";
        Scan.Plant(name, secret);
        return secret;
    }

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        _folder.Dispose();
    }

    private void PlantConnections()
    {
        var (settings, lab) = (Lab.Settings, Lab.Lab);
        Scan.Plant("Cloudflare token", lab.Cloudflare.Token);
        Scan.Plant("kubeconfig token", lab.Kubernetes.Token);
        Scan.Plant("kubeconfig token of another user", lab.Kubernetes.ReadOnlyToken);
        Scan.Plant("client secret", lab.Identity.ClientSecret);
        var kubeconfig = Path.Combine(_folder.Path, "kubeconfig");
        var text = File.ReadAllText(lab.Kubernetes.KubeconfigPath);
        var user = $"- name: by-password\n  user: {{username: admin, password: {New("kubeconfig password")}}}\n";
        File.WriteAllText(kubeconfig, Users().Replace(text, match => match.Value + user, 1));
        settings["Kubernetes__Kubeconfig"] = kubeconfig;
        settings["Access__Providers__0__Name"] = "Gitea";
        settings["Access__Providers__0__Kind"] = "Oidc";
        settings["Access__Providers__0__Issuer"] = lab.Identity.Issuer;
        settings["Access__Providers__0__ClientId"] = lab.Identity.ClientId;
        settings["Access__Providers__0__ClientSecret"] = lab.Identity.ClientSecret;
        PlantDockerKey(settings);
    }

    private void PlantDockerKey(Dictionary<string, string> settings)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=canary", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var pem = key.ExportPkcs8PrivateKeyPem();
        File.WriteAllText(_folder.Combine("ca.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.Combine("cert.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(_folder.Combine("key.pem"), pem);
        Scan.Plant("Docker key", pem.Split('\n')[10]);
        Scan.Plant("Docker key in binary", key.ExportParameters(includePrivateParameters: true).D ?? []);
        settings["Docker__Hosts__8__Name"] = "canary-box";
        settings["Docker__Hosts__8__Address"] = $"https://127.0.0.1:{LoopbackPort.Free(1)[0]}";
        settings["Docker__Hosts__8__CertificateDirectory"] = _folder.Path;
    }

    /// <summary>What people leave in objects that the portal watches.</summary>
    private void PlantObjects()
    {
        var store = Lab.Lab.KubernetesStore;
        foreach (var (kind, apiVersion, ns, name) in ((string, string, string, string)[])[("Deployment", "apps/v1", "media", "jellyseerr"), ("Deployment", "apps/v1", "ai", "qdrant")])
        {
            if (store.Get(apiVersion, kind, ns, name) is { } workload)
                store.Put(WithEnvironment(workload, ["spec", "template", "spec"], name));
        }

        foreach (var pod in store.List("", "pods").Take(6))
            store.Put(WithEnvironment(pod, ["spec"], $"pod {(string?)pod["metadata"]?["name"]}"));
        store.Put(Manifest("v1", "Secret", "media", "canary", new() { ["stringData"] = new JsonObject { ["password"] = New("value of a Secret") } }));
        store.Put(Manifest("v1", "ConfigMap", "media", "canary", new() { ["data"] = new JsonObject { ["config.ini"] = $"password={New("value of a ConfigMap")}" } }));
        store.Put(Manifest("traefik.io/v1alpha1", "Middleware", "media", "canary", new()
        {
            ["spec"] = new JsonObject
            {
                ["headers"] = new JsonObject { ["customRequestHeaders"] = new JsonObject { ["Authorization"] = New("header of a Middleware") } },
                ["basicAuth"] = new JsonObject { ["users"] = new JsonArray(New("user of a Middleware")) },
            },
        }));
        foreach (var host in Lab.Lab.DockerStates)
            PlantContainer(host);
    }

    private void PlantContainer(HomelabPortal.Simulator.Docker.DockerState host)
    {
        var container = host.Create("canary", new JsonObject
        {
            ["Image"] = host.Images.First(),
            ["Env"] = new JsonArray($"PASSWORD={New($"environment of a container on {host.Facts.Name}")}"),
            ["Cmd"] = new JsonArray("serve", $"--token={New($"command of a container on {host.Facts.Name}")}"),
            ["Labels"] = new JsonObject { ["traefik.http.middlewares.a.basicauth.users"] = New($"label of a container on {host.Facts.Name}") },
        });
        Assert.Equal("canary", container.Name);
    }

    private JsonObject WithEnvironment(JsonObject item, string[] path, string name)
    {
        var changed = item.DeepClone().AsObject();
        var spec = path.Aggregate(changed, (node, part) => Assert.IsType<JsonObject>(node[part]));
        var container = Assert.IsType<JsonArray>(spec["containers"])[0]?.AsObject() ?? throw new InvalidOperationException();
        container["env"] = new JsonArray(new JsonObject { ["name"] = "API_KEY", ["value"] = New($"environment of {name}") });
        container["args"] = new JsonArray($"--password={New($"argument of {name}")}");
        var metadata = Assert.IsType<JsonObject>(changed["metadata"]);
        metadata["annotations"] ??= new JsonObject();
        metadata["annotations"]!["kubectl.kubernetes.io/last-applied-configuration"] = $"{{\"env\":\"{New($"last applied of {name}")}\"}}";
        return changed;
    }

    private static JsonObject Manifest(string apiVersion, string kind, string ns, string name, JsonObject content)
    {
        content["apiVersion"] = apiVersion;
        content["kind"] = kind;
        content["metadata"] = new JsonObject { ["namespace"] = ns, ["name"] = name };
        return content;
    }

    [GeneratedRegex(@"^users:\s*\n", RegexOptions.Multiline)]
    private static partial Regex Users();
}
