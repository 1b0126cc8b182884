using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.ReferenceLab;
using Microsoft.AspNetCore.Builder;

namespace HomelabPortal.Tests.Simulator.Docker;

/// <summary>One Docker host of the reference lab behind an HTTP client.</summary>
internal sealed class DockerLab : IAsyncDisposable
{
    private readonly TestApi _api;

    private DockerLab(TestApi api, DockerState state, ManualTimeProvider time) => (_api, State, Time) = (api, state, time);

    public DockerState State { get; }
    public ManualTimeProvider Time { get; }
    public HttpClient Client => _api.Client;

    public static async Task<DockerLab> StartAsync(int host = 0)
    {
        var time = new ManualTimeProvider();
        var state = ReferenceDocker.Create(time)[host];
        var api = await TestApi.StartAsync(routes => ((IApplicationBuilder)routes).Run(context => DockerEndpoints.HandleAsync(state, context, null)));
        return new DockerLab(api, state, time);
    }

    public async Task<(int Status, JsonNode? Body)> SendAsync(string method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body.ToJsonString(), null, "application/json");
        using var response = await Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>Creates a container from the test image and returns its id.</summary>
    public async Task<string> CreateAsync(string name, string script, Action<JsonObject>? more = null)
    {
        var spec = new JsonObject { ["Image"] = "lab/busybox:1", ["Cmd"] = new JsonArray("sh", "-c", script) };
        more?.Invoke(spec);
        var (status, body) = await SendAsync("POST", $"/v1.45/containers/create?name={name}", spec);
        Assert.Equal(201, status);
        return (string)body!["Id"]!;
    }

    public async Task<JsonObject> InspectAsync(string name) => (await SendAsync("GET", $"/v1.45/containers/{name}/json")).Body!.AsObject();

    public ValueTask DisposeAsync() => _api.DisposeAsync();
}
