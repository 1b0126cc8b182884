using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.ReferenceLab;

namespace HomelabPortal.Tests.Simulator.Cloudflare;

/// <summary>The reference account behind an HTTP client that carries its token.</summary>
internal sealed class CloudflareLab : IAsyncDisposable
{
    public const string Token = "test-token";
    private TestApi _api = null!;

    private CloudflareLab(CloudflareState state, ManualTimeProvider time) => (State, Time) = (state, time);

    public CloudflareState State { get; }
    public ManualTimeProvider Time { get; }
    public HttpClient Client => _api.Client;
    public string Records => $"/client/v4/zones/{State.Zones[0].Id}/dns_records";
    public string Tunnel => $"/client/v4/accounts/{State.AccountId}/cfd_tunnel/{State.Tunnels[0].Id}";

    public static async Task<CloudflareLab> StartAsync(Func<TimeProvider, CloudflareState>? create = null)
    {
        var time = new ManualTimeProvider();
        var state = create?.Invoke(time) ?? ReferenceCloudflare.Create(time, Token, TimeSpan.FromSeconds(2));
        var lab = new CloudflareLab(state, time) { _api = await TestApi.StartAsync(routes => routes.MapCloudflare(state)) };
        lab.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return lab;
    }

    public Task<(int Status, JsonObject Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null)
        => _api.SendAsync(method, path, body);

    public Task<(int Status, JsonObject Body)> PostRecordAsync(string type, string name, string content, Action<JsonObject>? more = null)
    {
        var record = new JsonObject { ["type"] = type, ["name"] = name, ["content"] = content };
        more?.Invoke(record);
        return SendAsync(HttpMethod.Post, Records, record);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();
}
