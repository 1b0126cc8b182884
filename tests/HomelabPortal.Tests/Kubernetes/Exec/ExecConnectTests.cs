using System.Net;
using HomelabPortal.Kubernetes;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Kubernetes.Exec;

/// <summary>What happens before there is a connection to a program.</summary>
public sealed class ExecConnectTests
{
    [Fact]
    public async Task Request_NamesTheProgramAndTheProtocolsNewestFirst()
    {
        using var server = new ScriptedExec();
        await using var session = await server.Client().ExecAsync("media", "web", new ExecOptions { Command = ["sh", "-c", "echo a&b"], Container = "app", HasTerminal = false });

        Assert.Equal(
            "/api/v1/namespaces/media/pods/web/exec?container=app&command=sh&command=-c&command=echo%20a%26b&stdin=true&stdout=true&stderr=true",
            server.Request!.RequestUri!.PathAndQuery);
        Assert.Equal("v5.channel.k8s.io, v4.channel.k8s.io", string.Join(", ", server.Request.Headers.GetValues("Sec-WebSocket-Protocol")));
        Assert.Equal(HttpVersion.Version11, server.Request.Version);
        Assert.Equal("v5.channel.k8s.io", session.Protocol);
    }

    [Fact]
    public async Task Terminal_AsksForNoStreamOfErrors()
    {
        using var server = new ScriptedExec();
        await using var session = await server.OpenAsync();

        Assert.EndsWith("?container=app&command=sh&stdin=true&stdout=true&tty=true", server.Request!.RequestUri!.PathAndQuery);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("v3.channel.k8s.io")]
    public async Task Answer_InNoProtocolWeSpeak_IsABadResponse(string? protocol)
    {
        using var server = new ScriptedExec(protocol);
        var fault = await Assert.ThrowsAsync<KubernetesApiException>(() => server.OpenAsync());

        Assert.Contains(fault.Kind, new[] { KubernetesErrorKind.BadResponse, KubernetesErrorKind.Unreachable });
    }

    [Theory]
    [InlineData(403, "Forbidden", KubernetesErrorKind.Forbidden)]
    [InlineData(400, "BadRequest", KubernetesErrorKind.Invalid)]
    [InlineData(500, "InternalError", KubernetesErrorKind.Unavailable)]
    [InlineData(429, "TooManyRequests", KubernetesErrorKind.TooManyRequests)]
    public async Task Refusal_BeforeTheUpgrade_KeepsTheServersWords(int code, string reason, KubernetesErrorKind kind)
    {
        using var server = new ScriptedApi().Fail((HttpStatusCode)code, reason, "no container of that name");
        var fault = await Assert.ThrowsAsync<KubernetesApiException>(() => server.Client().ExecAsync("media", "web", ScriptedExec.Shell));

        Assert.Equal(kind, fault.Kind);
        Assert.Equal(code, fault.StatusCode);
        Assert.Contains("run sh in Pod media/web: no container of that name", fault.Message);
    }

    [Fact]
    public async Task Refusal_InPlainText_KeepsTheWordsToo()
    {
        using var server = new ScriptedApi().Answer("container not found (\"app\")", HttpStatusCode.InternalServerError, "text/plain");
        var fault = await Assert.ThrowsAsync<KubernetesApiException>(() => server.Client().ExecAsync("media", "web", ScriptedExec.Shell));

        Assert.Contains("container not found (\"app\")", fault.Message);
    }

    [Fact]
    public async Task Ok_InsteadOfAnUpgrade_IsAFault()
    {
        using var server = new ScriptedApi().Answer("{}");

        await Assert.ThrowsAsync<KubernetesApiException>(() => server.Client().ExecAsync("media", "web", ScriptedExec.Shell));
    }

    [Fact]
    public async Task Credential_ThatWasRenewed_IsTriedOnceMore()
    {
        using var server = new ScriptedApi().Fail(HttpStatusCode.Unauthorized, "Unauthorized").Fail(HttpStatusCode.Forbidden, "Forbidden");
        var connection = new KubernetesConnection(new Uri("http://api.test"), "a test") { Credential = new Renewed() };
        using var client = new KubernetesClient(connection, server, TimeProvider.System);
        var fault = await Assert.ThrowsAsync<KubernetesApiException>(() => client.ExecAsync("media", "web", ScriptedExec.Shell));

        Assert.Equal(KubernetesErrorKind.Forbidden, fault.Kind);
        Assert.Equal(["Bearer old", "Bearer new"], new[] { (await server.NextRequestAsync()).Headers["Authorization"], (await server.NextRequestAsync()).Headers["Authorization"] });
    }

    [Fact]
    public async Task Server_ThatRefusesConnections_IsUnreachable()
    {
        using var server = new ScriptedApi().Refuse();
        var fault = await Assert.ThrowsAsync<KubernetesApiException>(() => server.Client().ExecAsync("media", "web", ScriptedExec.Shell));

        Assert.Equal(KubernetesErrorKind.Unreachable, fault.Kind);
    }

    [Fact]
    public async Task Server_ThatDoesNotAnswer_TimesOut()
    {
        var time = new ManualTimeProvider();
        using var server = new ScriptedApi();
        var connecting = server.Client(time).ExecAsync("media", "web", ScriptedExec.Shell);
        await server.NextRequestAsync();
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(KubernetesErrorKind.Timeout, (await Assert.ThrowsAsync<KubernetesApiException>(() => connecting)).Kind);
    }

    [Fact]
    public async Task Cancel_BeforeTheAnswer_IsNoFault()
    {
        using var server = new ScriptedApi();
        using var cancel = new CancellationTokenSource();
        var connecting = server.Client().ExecAsync("media", "web", ScriptedExec.Shell, cancel.Token);
        await server.NextRequestAsync();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    [Fact]
    public async Task Tls_IsTrustedAsEverywhereElse()
    {
        await using var server = await TlsServer.StartAsync("kubernetes.default");
        var authority = $", certificate-authority-data: {KubeconfigFolder.Base64(server.AuthorityPem)}";

        Assert.Equal(KubernetesErrorKind.Unreachable, await KindAsync(server, authority));
        Assert.Equal(KubernetesErrorKind.Unreachable, await KindAsync(server, ", tls-server-name: kubernetes.default"));
        // The server is reached, and knows no pods.
        Assert.Equal(KubernetesErrorKind.NotInstalled, await KindAsync(server, authority + ", tls-server-name: kubernetes.default"));
        Assert.Equal(KubernetesErrorKind.NotInstalled, await KindAsync(server, ", insecure-skip-tls-verify: true"));
    }

    private static async Task<KubernetesErrorKind> KindAsync(TlsServer server, string clusterFields)
    {
        var text = KubeconfigFolder.Text($"{{server: '{server.Address}'{clusterFields}}}", "{}");
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromText(text)), TimeProvider.System);
        return (await Assert.ThrowsAsync<KubernetesApiException>(() => client.ExecAsync("media", "web", ScriptedExec.Shell))).Kind;
    }

    private sealed class Renewed : ICredential
    {
        private string _token = "old";

        public string Scheme => "Bearer";

        public ValueTask<string?> GetTokenAsync(TimeProvider time, CancellationToken cancellationToken) => ValueTask.FromResult<string?>(_token);

        public bool Invalidate(string token)
        {
            _token = "new";
            return true;
        }
    }
}
