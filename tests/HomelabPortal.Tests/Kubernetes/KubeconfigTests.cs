using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class KubeconfigTests : IDisposable
{
    private readonly KubeconfigFolder _folder = new();

    [Fact]
    public async Task K3sFile_WithInlineData_Connects()
    {
        var (certificate, key) = KubeconfigFolder.Certificate("admin");
        var path = _folder.Write("k3s.yaml", $"""
            apiVersion: v1
            clusters:
            - cluster:
                certificate-authority-data: {KubeconfigFolder.Base64(certificate)}
                server: https://10.0.0.200:6443
              name: default
            contexts:
            - context:
                cluster: default
                user: default
              name: default
            current-context: default
            kind: Config
            preferences: {"{}"}
            users:
            - name: default
              user:
                client-certificate-data: {KubeconfigFolder.Base64(certificate)}
                client-key-data: {KubeconfigFolder.Base64(key)}
            """);
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(path));

        Assert.Equal(new Uri("https://10.0.0.200:6443"), connection.Server);
        Assert.Equal(("default", "default"), (connection.Context, connection.Namespace));
        Assert.NotNull(connection.Trust);
        Assert.True(connection.ClientCertificate?.HasPrivateKey);
        Assert.Null(await connection.Credential.GetTokenAsync(TimeProvider.System, default));
    }

    [Fact]
    public async Task RelativePaths_StartAtTheFilesFolder()
    {
        var (certificate, key) = KubeconfigFolder.Certificate("admin");
        _folder.Write("secrets/ca.pem", certificate);
        _folder.Write("secrets/client.pem", certificate);
        _folder.Write("secrets/client.key", key);
        _folder.Write("token", "from-a-file\n");
        var path = _folder.Write("secrets/config", KubeconfigFolder.Text(
            "{server: 'https://api.test:6443', certificate-authority: ca.pem, tls-server-name: kubernetes}",
            "{client-certificate: ./client.pem, client-key: client.key, tokenFile: ../token}"));
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(path));

        Assert.NotNull(connection.Trust);
        Assert.NotNull(connection.ClientCertificate);
        Assert.Equal(("kubernetes", "media"), (connection.TlsServerName, connection.Namespace));
        Assert.Equal("from-a-file", await connection.Credential.GetTokenAsync(TimeProvider.System, default));
    }

    [Fact]
    public async Task NamedContext_IsTakenInsteadOfTheCurrentOne()
    {
        var text = """
            current-context: a
            contexts: [{name: a, context: {cluster: c, user: u1}}, {name: b, context: {cluster: c, user: u2}}]
            clusters: [{name: c, cluster: {server: 'http://127.0.0.1:8001'}}]
            users: [{name: u1, user: {token: t1}}, {name: u2, user: {token: t2}}]
            """;
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text, "b"));
        Assert.Equal("t2", await connection.Credential.GetTokenAsync(TimeProvider.System, default));
        Assert.Equal("t1", await KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text)).Credential.GetTokenAsync(TimeProvider.System, default));
    }

    [Fact]
    public async Task PathList_FirstFileWinsPerName()
    {
        var first = _folder.Write("one", "users: [{name: u, user: {token: first}}]\n");
        var second = _folder.Write("two", """
            current-context: a
            contexts: [{name: a, context: {cluster: c, user: u}}]
            clusters: [{name: c, cluster: {server: 'http://127.0.0.1:8001'}}]
            users: [{name: u, user: {token: second}}]
            """);
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromPathList($"{first}:{_folder.PathOf("missing")}:{second}"));
        Assert.Equal("first", await connection.Credential.GetTokenAsync(TimeProvider.System, default));
        Assert.Equal("a", connection.Context);
    }

    [Fact]
    public void UserAndImpersonation_AreSent()
    {
        var text = KubeconfigFolder.Text("{server: 'https://api.test'}", "{username: admin, password: secret, as: jane, as-groups: [a, b]}");
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text));
        Assert.Equal("Basic", connection.Credential.Scheme);
        Assert.Equal([("Impersonate-User", "jane"), ("Impersonate-Group", "a"), ("Impersonate-Group", "b")], connection.ImpersonationHeaders);
    }

    [Fact]
    public async Task ExecPlugin_WhenAllowed_GivesTheToken()
    {
        var script = _folder.Write("plugin.sh", """echo "{\"status\":{\"token\":\"$1-$EXTRA\"}}" """);
        var text = KubeconfigFolder.Text("{server: 'https://api.test'}", $"{{exec: {{command: sh, args: ['{script}', 'from'], env: [{{name: EXTRA, value: exec}}]}}}}");
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text) with { AllowExecPlugins = true });
        Assert.Equal("from-exec", await connection.Credential.GetTokenAsync(TimeProvider.System, default));
    }

    [Fact]
    public async Task ExecPlugin_ThatFails_SaysSo()
    {
        var text = KubeconfigFolder.Text("{server: 'https://api.test'}", "{exec: {command: 'false'}}");
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text) with { AllowExecPlugins = true });
        var error = await Assert.ThrowsAsync<KubernetesApiException>(async () => await connection.Credential.GetTokenAsync(TimeProvider.System, default));
        Assert.Contains("exit code 1", error.Message);
    }

    [Theory]
    [InlineData("{server: 'https://api.test'}", "{exec: {command: aws}}", "users[lab].user.exec", "AllowExecPlugins")]
    [InlineData("{server: 'https://api.test'}", "{auth-provider: {name: gcp}}", "users[lab].user.auth-provider", "token")]
    [InlineData("{server: 'https://api.test'}", "{token: \"two\\nlines\"}", "users[lab].user.token", "copy")]
    [InlineData("{server: 'https://api.test'}", "{tokenFile: token}", "users[lab].user.tokenFile", "absolute path")]
    [InlineData("{server: 'https://api.test'}", "{tokenFile: /no/such/token}", "users[lab].user.tokenFile", "/no/such/token")]
    [InlineData("{server: 'https://api.test'}", "{client-certificate-data: QUJD, client-key-data: QUJD}", "users[lab].user.client-certificate-data", "PEM")]
    [InlineData("{server: 'https://api.test'}", "{client-key-data: QUJD}", "users[lab].user.client-certificate", "missing")]
    [InlineData("{server: 'https://api.test'}", "{client-certificate-data: QUJD}", "users[lab].user.client-key", "missing")]
    [InlineData("{server: 'https://api.test'}", "[]", "users[lab].user", "mapping")]
    [InlineData("{server: 'https://api.test'}", "{as-user-extra: {a: [b]}}", "users[lab].user.as-user-extra", "remove")]
    [InlineData("{}", "{}", "clusters[lab].cluster.server", "missing")]
    [InlineData("{server: 'ftp://api.test'}", "{}", "clusters[lab].cluster.server", "https://")]
    [InlineData("{server: 'https://'}", "{}", "clusters[lab].cluster.server", "https://")]
    [InlineData("{server: {}}", "{}", "clusters[lab].cluster.server", "text")]
    [InlineData("{server: 'https://api.test', certificate-authority-data: '***'}", "{}", "clusters[lab].cluster.certificate-authority-data", "base64")]
    [InlineData("{server: 'https://api.test', certificate-authority-data: QUJD}", "{}", "clusters[lab].cluster.certificate-authority-data", "PEM")]
    [InlineData("{server: 'https://api.test', certificate-authority: /no/such/ca}", "{}", "clusters[lab].cluster.certificate-authority", "/no/such/ca")]
    [InlineData("{server: 'https://api.test', insecure-skip-tls-verify: maybe}", "{}", "clusters[lab].cluster.insecure-skip-tls-verify", "true or false")]
    [InlineData("{server: 'https://api.test', proxy-url: nonsense}", "{}", "clusters[lab].cluster.proxy-url", "address")]
    public void Mistake_NamesTheFieldAndWhatToDo(string cluster, string user, string field, string hint)
    {
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(KubeconfigFolder.Text(cluster, user))));
        Assert.Equal(field, error.Field);
        Assert.Contains(hint, error.Message);
        Assert.StartsWith("the kubeconfig text: ", error.Message);
    }

    [Theory]
    [InlineData("", "current-context", "no contexts")]
    [InlineData("contexts: [{name: x}]", "current-context", "choose one of: x")]
    [InlineData("current-context: y\ncontexts: [{name: x}]", "contexts", "choose one of: x")]
    [InlineData("current-context: x\ncontexts: [{name: x, context: {cluster: c}}]", "contexts[x].context.cluster", "no entry \"c\"")]
    [InlineData("current-context: x\ncontexts: [{name: x, context: {user: u}}]", "contexts[x].context.cluster", "missing")]
    [InlineData("- a list", "the file", "mapping")]
    [InlineData("just text", "the file", "mapping")]
    [InlineData("a: [\n", "line 2", "YAML")]
    [InlineData("current-context: *unknown", "line 1", "YAML")]
    [InlineData("contexts: text", "contexts", "list")]
    public void BrokenFile_SaysWhere(string text, string field, string hint)
    {
        var source = KubeconfigSource.FromText(text) with { Context = field == "contexts" && !text.StartsWith("current", StringComparison.Ordinal) ? "x" : null };
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(source));
        Assert.Equal(field, error.Field);
        Assert.Contains(hint, error.Message);
    }

    [Fact]
    public void VerifyTwice_IsRefused()
    {
        var (certificate, _) = KubeconfigFolder.Certificate("ca");
        var text = KubeconfigFolder.Text($"{{server: 'https://api.test', insecure-skip-tls-verify: true, certificate-authority-data: {KubeconfigFolder.Base64(certificate)}}}", "{}");
        Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text)));
    }

    [Fact]
    public void KeyOfAnotherCertificate_IsRefused()
    {
        var text = KubeconfigFolder.Text("{server: 'https://api.test'}", $"{{client-certificate-data: {KubeconfigFolder.Base64(KubeconfigFolder.Certificate("a").Certificate)}, client-key-data: {KubeconfigFolder.Base64(KubeconfigFolder.Certificate("b").Key)}}}");
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text)));
        Assert.Equal("users[lab].user.client-key-data", error.Field);
    }

    [Fact]
    public void MissingFile_IsNamed()
    {
        var error = Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile("/no/such/config")));
        Assert.Equal("/no/such/config", error.File);
        Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromPathList("/no/such/a:/no/such/b")));
        Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(new KubeconfigSource()));
        Assert.Throws<KubeconfigException>(() => KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(Path.GetTempPath())));
    }

    [Fact]
    public void TextForm_HoldsNoSecret()
    {
        var connection = KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(KubeconfigFolder.Text("{server: 'https://api.test'}", "{token: hush-hush}")));
        Assert.DoesNotContain("hush", connection.ToString());
    }

    public void Dispose() => _folder.Dispose();
}
