using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes.Storage;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>The inside of one container: its programs, files and variables, as its image suggests.</summary>
internal sealed record ContainerPlace(string Pod, string Container, string Image)
{
    private static readonly string[] _empty = ["cloudflared", "coredns", "metrics-server", "metallb", "kube-vip", "qdrant", "external-dns", "cert-manager", "watchtower"];
    private static readonly string[] _withBash = ["linuxserver", "postgres", "gitea", "longhorn", "immich", "jellyfin", "ollama", "vllm", "whisper", "authentik", "n8n", "home-assistant"];

    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Images made of one program hold no shell.</summary>
    public bool IsEmpty => _empty.Any(part => Image.Contains(part, StringComparison.Ordinal));

    public bool Has(string program) => !IsEmpty && program.Split('/')[^1] switch
    {
        "bash" => _withBash.Any(part => Image.Contains(part, StringComparison.Ordinal)),
        "sh" => true,
        "ash" => !_withBash.Any(part => Image.Contains(part, StringComparison.Ordinal)),
        var name => ContainerCommands.Names.Contains(name),
    };

    public static ContainerPlace Of(StoredObject pod, JsonObject container)
    {
        var name = (string)container["name"]!;
        var image = (string?)container["image"] ?? "";
        return new ContainerPlace(pod.Name, name, image)
        {
            Variables = Environment(pod.Name, container),
            Files = ContainerFiles.Of(pod.Name, name, image, Mounts(container)),
        };
    }

    public static ContainerPlace Of(string pod, string container, string image) => new(pod, container, image)
    {
        Variables = Environment(pod, []),
        Files = ContainerFiles.Of(pod, container, image, []),
    };

    private static Dictionary<string, string> Environment(string pod, JsonObject container)
    {
        var variables = new Dictionary<string, string>
        {
            ["PATH"] = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            ["HOSTNAME"] = pod,
            ["TERM"] = "xterm",
            ["HOME"] = "/root",
            ["KUBERNETES_SERVICE_HOST"] = "10.43.0.1",
            ["KUBERNETES_SERVICE_PORT"] = "443",
        };
        foreach (var variable in container["env"]?.AsArray() ?? [])
            variables[(string)variable!["name"]!] = (string?)variable["value"] ?? "";
        return variables;
    }

    private static IEnumerable<string> Mounts(JsonObject container) =>
        (container["volumeMounts"]?.AsArray() ?? []).Select(mount => (string?)mount!["mountPath"] ?? "").Where(path => path.Length > 1);
}
