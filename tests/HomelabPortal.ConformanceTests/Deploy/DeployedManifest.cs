using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Testing;
using YamlDotNet.RepresentationModel;

namespace HomelabPortal.ConformanceTests.Deploy;

/// <summary>One object of deploy/kubernetes, under another name so that a test has its own.</summary>
internal sealed record DeployedManifest(string ApiVersion, string Kind, string Name, string? Namespace, string Text)
{
    /// <summary>The objects that the kustomization names, in its order, with "homelab-portal" replaced by <paramref name="name"/>.</summary>
    public static IReadOnlyList<DeployedManifest> ReadAll(string name)
    {
        var folder = RepositoryFolder.Combine("deploy", "kubernetes");
        var kustomization = Root(File.ReadAllText(Path.Combine(folder, "kustomization.yaml")));
        return
        [
            .. ((YamlSequenceNode)kustomization["resources"])
                .Select(file => File.ReadAllText(Path.Combine(folder, file.ToString())))
                .SelectMany(text => text.Split("\n---\n"))
                .Select(text => Parse(text.Replace("homelab-portal", name, StringComparison.Ordinal))),
        ];
    }

    /// <summary>The objects of one file, whether the kustomization names it or not.</summary>
    public static IReadOnlyList<DeployedManifest> Read(string name, string file) =>
    [
        .. File.ReadAllText(RepositoryFolder.Combine("deploy", "kubernetes", file)).Split("\n---\n")
            .Select(text => Parse(text.Replace("homelab-portal", name, StringComparison.Ordinal))),
    ];

    /// <summary>Server-side apply; throws what the server answers when it refuses.</summary>
    public async Task ApplyAsync(HttpClient http, bool dryRun, CancellationToken cancellationToken = default)
    {
        var group = ApiVersion.Contains('/') ? $"apis/{ApiVersion}" : $"api/{ApiVersion}";
        var discovered = await http.GetFromJsonAsync<JsonObject>(group, cancellationToken);
        var plural = discovered!["resources"]!.AsArray()
            .Select(resource => (Name: resource!["name"]!.GetValue<string>(), Kind: resource["kind"]!.GetValue<string>()))
            .Single(resource => resource.Kind == Kind && !resource.Name.Contains('/')).Name;
        var path = Namespace is null ? $"{group}/{plural}/{Name}" : $"{group}/namespaces/{Namespace}/{plural}/{Name}";
        using var content = new StringContent(Text, Encoding.UTF8, "application/apply-patch+yaml");
        using var response = await http.PatchAsync($"{path}?fieldManager=test&force=true{(dryRun ? "&dryRun=All" : "")}", content, cancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{Kind} {Name}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }

    private static DeployedManifest Parse(string text)
    {
        var root = Root(text);
        var metadata = (YamlMappingNode)root["metadata"];
        return new DeployedManifest(
            root["apiVersion"].ToString(), root["kind"].ToString(), metadata["name"].ToString(),
            metadata.Children.TryGetValue("namespace", out var name) ? name.ToString() : null, text);
    }

    private static YamlMappingNode Root(string text)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(text));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }
}
