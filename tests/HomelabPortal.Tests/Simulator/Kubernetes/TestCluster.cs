using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

/// <summary>An empty simulated cluster, spoken to over its real listener.</summary>
internal sealed class TestCluster : IAsyncDisposable
{
    private readonly X509Certificate2 _authority;

    private TestCluster(SimulatedLab lab, ManualTimeProvider time)
    {
        (Lab, Time) = (lab, time);
        _authority = X509CertificateLoader.LoadCertificateFromFile(lab.Kubernetes.CertificateAuthorityPath);
        Client = ClientWith(lab.Kubernetes.Token);
    }

    public SimulatedLab Lab { get; }

    public ManualTimeProvider Time { get; }

    public HttpClient Client { get; }

    public static async Task<TestCluster> StartAsync(Func<SimulatedLabOptions, SimulatedLabOptions>? change = null)
    {
        var time = new ManualTimeProvider();
        var options = new SimulatedLabOptions { Content = LabContent.Empty, Lives = false, Time = time };
        return new TestCluster(await SimulatedLab.StartAsync(change?.Invoke(options) ?? options, CancellationToken.None), time);
    }

    public HttpClient ClientWith(string token)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(_authority);
        var client = new HttpClient(handler)
        {
            BaseAddress = Lab.Kubernetes.Address,
            DefaultRequestVersion = HttpVersion.Version20,
            Timeout = TimeSpan.FromSeconds(20),
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("tests/1.0");
        return client;
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, string body) => SendAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, JsonObject body) => SendAsync(HttpMethod.Put, path, body.ToJsonString());

    public Task<Answer> MergeAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/merge-patch+json");

    public Task<Answer> StrategicAsync(string path, string body) => SendAsync(HttpMethod.Patch, path, body, "application/strategic-merge-patch+json");

    public Task<Answer> ApplyAsync(string path, string manager, string body, string query = "") =>
        SendAsync(HttpMethod.Patch, $"{path}?fieldManager={manager}{query}", body, "application/apply-patch+yaml");

    public Task<Answer> DeleteAsync(string path, string? body = null) => SendAsync(HttpMethod.Delete, path, body);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json")
    {
        using var request = new HttpRequestMessage(method, path.TrimStart('/')) { Version = HttpVersion.Version20 };
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, type);
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new Answer((int)response.StatusCode, text, response.Headers.RetryAfter?.Delta);
    }

    /// <summary>Opens a watch; it is registered with the server when this returns.</summary>
    public async Task<TestWatch> WatchAsync(string pathAndQuery) =>
        new(await Client.GetAsync(pathAndQuery.TrimStart('/'), HttpCompletionOption.ResponseHeadersRead));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _authority.Dispose();
        await Lab.DisposeAsync();
    }

    internal sealed record Answer(int Code, string Text, TimeSpan? RetryAfter)
    {
        public JsonObject Json => JsonNode.Parse(Text)!.AsObject();

        public string Reason => (string?)Json["reason"] ?? "";

        public string Message => (string?)Json["message"] ?? "";

        public JsonObject Metadata => Json["metadata"]!.AsObject();

        public string Version => (string)Metadata["resourceVersion"]!;

        public IEnumerable<string> Names => Json["items"]!.AsArray().Select(item => (string)item!["metadata"]!["name"]!);
    }
}
