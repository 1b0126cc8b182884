using System.Text;
using YamlDotNet.RepresentationModel;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>Writes and reads kubeconfig files, apart from the client library, so that both cannot be wrong together.</summary>
internal static class KubeconfigFile
{
    /// <summary>Everything inline: authority, and token or client certificate.</summary>
    public static string Inline(KubernetesAccess access)
    {
        var user = access switch
        {
            { Token: { } token } => $"token: {token}",
            { Client: { } client } =>
                $"""
                client-certificate-data: {Base64(client.Certificate)}
                    client-key-data: {Base64(client.Key)}
                """,
            _ => "{}",
        };
        return Document(access.Address, $"certificate-authority-data: {Base64(access.AuthorityPem!)}", user);
    }

    /// <summary>Authority and token in files beside the kubeconfig, named by relative paths.</summary>
    public static void WriteWithFiles(string path, KubernetesAccess access)
    {
        var folder = Path.GetDirectoryName(path)!;
        File.WriteAllText(Path.Combine(folder, "authority.pem"), access.AuthorityPem);
        File.WriteAllText(Path.Combine(folder, "token"), access.Token + "\n");
        File.WriteAllText(path, Document(access.Address, "certificate-authority: authority.pem", "tokenFile: token"));
    }

    /// <summary>Reads the current context of someone else's file: inline data, files and tokens, no exec plugins.</summary>
    public static KubernetesAccess Read(string path)
    {
        var yaml = new YamlStream();
        using (var reader = new StreamReader(path))
            yaml.Load(reader);
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        var context = Named(root, "contexts", Text(root, "current-context")!, "context");
        var cluster = Named(root, "clusters", Text(context, "cluster")!, "cluster");
        var user = Named(root, "users", Text(context, "user")!, "user");
        var certificate = Data(user, "client-certificate", path);
        var key = Data(user, "client-key", path);
        return new KubernetesAccess(new Uri(Text(cluster, "server")!), Data(cluster, "certificate-authority", path))
        {
            Token = Text(user, "token") ?? (Text(user, "tokenFile") is { } file ? File.ReadAllText(Beside(path, file)).Trim() : null),
            Client = certificate is not null && key is not null ? (certificate, key) : null,
        };
    }

    private static string Document(Uri server, string authority, string user) =>
        $"""
        apiVersion: v1
        kind: Config
        current-context: test
        clusters:
        - name: test
          cluster:
            server: {server.GetLeftPart(UriPartial.Authority)}
            {authority}
        users:
        - name: tester
          user:
            {user}
        contexts:
        - name: test
          context:
            cluster: test
            user: tester
            namespace: default

        """;

    private static YamlMappingNode Named(YamlMappingNode root, string list, string name, string field) =>
        (YamlMappingNode)((YamlSequenceNode)root[list]).Cast<YamlMappingNode>().Single(entry => Text(entry, "name") == name)[field];

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static string? Data(YamlMappingNode node, string key, string path) =>
        Text(node, key + "-data") is { } data ? Encoding.UTF8.GetString(Convert.FromBase64String(data))
        : Text(node, key) is { } file ? File.ReadAllText(Beside(path, file))
        : null;

    private static string Beside(string path, string file) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, file);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
