using System.Net;
using System.Net.WebSockets;
using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>Who gets a circuit, by where their page is from. The demo admin needs no cookie, so that only the origin is left to stop anybody.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class HubOriginTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private PortalProcess? _portal;

    private PortalProcess Portal => _portal!;

    public async Task InitializeAsync() => _portal = await PortalProcess.StartAsync(null, CancellationToken.None);

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Portal.DisposeAsync();
    }

    [Fact]
    public async Task Socket_OfAnyOriginButThePortals_GetsNoCircuit()
    {
        var own = RawCircuit.Origin(Portal.Address);
        string?[] strangers =
        [
            null, "null", "http://evil.example", "https://evil.example", "http://sub.127.0.0.1", $"https://{Portal.Address.Authority}", "http://127.0.0.1",
            $"http://127.0.0.1:{Portal.Address.Port + 1}", $"http://localhost:{Portal.Address.Port}", $"{own}/", $"{own}.evil.example", "file://",
        ];
        foreach (var origin in strangers)
            Assert.Equal((origin, HttpStatusCode.Forbidden), (origin, await RefusalAsync(origin)));

        await using var circuit = await RawCircuit.OpenAsync(_http, Portal.Address, "/activity", null, CancellationToken.None);
        Assert.NotEmpty(circuit.Handlers);
    }

    [Fact]
    public async Task Hub_OverAnotherTransport_IsRefused()
    {
        using var negotiated = await SendAsync(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
        Assert.Contains("\"availableTransports\":[{\"transport\":\"WebSockets\"", await negotiated.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("LongPolling", await negotiated.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            using var response = await SendAsync(method, "/_blazor?id=whatever");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path)
    {
        using var request = new HttpRequestMessage(method, new Uri(Portal.Address, path));
        request.Headers.Add("Origin", RawCircuit.Origin(Portal.Address));
        return await _http.SendAsync(request);
    }

    private async Task<HttpStatusCode> RefusalAsync(string? origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(new Uri($"ws://{Portal.Address.Authority}/_blazor"), CancellationToken.None));
        return socket.HttpStatusCode;
    }
}
