using System.Security.Cryptography.X509Certificates;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads kubeconfig files as client-go does (<c>tools/clientcmd</c>).</summary>
internal static class Kubeconfig
{
    public static KubernetesConnection Connect(KubeconfigSource source)
    {
        var documents = Load(source);
        var names = string.Join(", ", documents.Select(document => document.Name));
        var contextName = source.Context is { Length: > 0 } given ? given : CurrentContext(documents, names);
        var context = (Find(documents, "contexts", contextName)
            ?? throw new KubeconfigException(names, "contexts", $"there is no context \"{contextName}\"; {Choices(documents)}"))["context"];
        var cluster = Referenced(documents, context, "cluster", "clusters")["cluster"];
        var user = context["user"].IsPresent ? Referenced(documents, context, "user", "users")["user"] : null;
        return Build(source, contextName, names, context, cluster, user);
    }

    private static KubernetesConnection Build(KubeconfigSource source, string contextName, string names, KubeconfigField context, KubeconfigField cluster, KubeconfigField? user)
    {
        var skipsVerify = cluster["insecure-skip-tls-verify"].Flag();
        var authorities = KubeconfigCertificates.Authorities(cluster);
        if (skipsVerify && authorities is not null)
            throw cluster["insecure-skip-tls-verify"].Problem("it cannot be true while a certificate authority is given; remove one of the two");
        var chain = user is null ? null : KubeconfigCertificates.Client(user);
        return new KubernetesConnection(Server(cluster["server"]), $"context {contextName} of {names}")
        {
            Context = contextName,
            Namespace = context["namespace"].Text() ?? "default",
            SkipsTlsVerify = skipsVerify,
            Trust = authorities,
            TlsServerName = cluster["tls-server-name"].Text(),
            Proxy = Proxy(cluster["proxy-url"]),
            ClientCertificate = chain?[0],
            ClientChain = chain is { Count: > 1 } ? new X509Certificate2Collection(chain.Skip(1).ToArray()) : null,
            Credential = user is null ? FixedCredential.None : KubeconfigUser.Credential(user, source.AllowExecPlugins),
            ImpersonationHeaders = user is null ? [] : KubeconfigUser.Impersonation(user),
        };
    }

    private static List<KubeconfigDocument> Load(KubeconfigSource source)
    {
        if (source.Text is { } text)
            return [KubeconfigDocument.FromText(text)];
        if (source.Paths.Count == 0)
            throw new KubeconfigException("the kubeconfig", "paths", "no file was named; give the path of a kubeconfig");
        if (source.Paths.Count == 1)
            return [KubeconfigDocument.FromFile(source.Paths[0])];
        var documents = source.Paths.Where(File.Exists).Select(KubeconfigDocument.FromFile).ToList();
        return documents.Count > 0
            ? documents
            : throw new KubeconfigException(string.Join(", ", source.Paths), "the file", "none of these files exists; give the path of a kubeconfig");
    }

    private static string CurrentContext(List<KubeconfigDocument> documents, string names) =>
        documents.Select(document => document.Root["current-context"].Text()).FirstOrDefault(name => name is not null)
        ?? throw new KubeconfigException(names, "current-context", $"it is not set, so a context must be named; {Choices(documents)}");

    private static KubeconfigField? Find(List<KubeconfigDocument> documents, string list, string name) =>
        documents.Select(document => document.Root[list].Named(name)).FirstOrDefault(found => found is not null);

    private static KubeconfigField Referenced(List<KubeconfigDocument> documents, KubeconfigField context, string field, string list)
    {
        var name = context[field].Text() ?? throw context[field].Problem($"it is missing; name an entry of {list}");
        return Find(documents, list, name) ?? throw context[field].Problem($"there is no entry \"{name}\" in {list}; add it or name another");
    }

    private static string Choices(List<KubeconfigDocument> documents)
    {
        var contexts = documents.SelectMany(document => document.Root["contexts"].Names()).Distinct().ToArray();
        return contexts.Length == 0 ? "the file has no contexts, copy it anew" : $"choose one of: {string.Join(", ", contexts)}";
    }

    private static Uri Server(KubeconfigField field)
    {
        var text = field.Text() ?? throw field.Problem("it is missing; give the address of the API server, such as https://10.0.0.200:6443");
        // kubectl takes a bare host for http.
        var address = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        return Uri.TryCreate(address, UriKind.Absolute, out var server) && server.Scheme is "http" or "https" && server.Host.Length > 0
            ? server
            : throw field.Problem("it is not an http or https address; write it like https://10.0.0.200:6443");
    }

    private static Uri? Proxy(KubeconfigField field)
    {
        if (field.Text() is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var proxy) && proxy.Scheme is "http" or "https" or "socks5"
            ? proxy
            : throw field.Problem("it is not an http, https or socks5 address");
    }
}
