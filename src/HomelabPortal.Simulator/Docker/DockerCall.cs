using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>A request to a Docker host: the path without its version, and who may need to know when it is a stream.</summary>
internal sealed record DockerCall(DockerState Host, HttpContext Context, Version Version, string[] Path, OpenStream? OpenStream)
{
    public CancellationToken Aborted => Context.RequestAborted;

    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>True, 1 and everything but the engine's words for no.</summary>
    public bool Flag(string name) => Query(name) is { } text && text is not ("" or "0" or "no" or "false" or "none");

    public SimulatedContainer Container() => Host.Require(Path[1]);

    public TimeSpan Grace(SimulatedContainer container)
    {
        if (Query("t") is not { } text)
            return TimeSpan.FromSeconds((int?)container.Config["StopTimeout"] ?? 10);
        return int.TryParse(text, out var seconds) ? TimeSpan.FromSeconds(Math.Max(0, seconds)) : throw DockerErrors.BadNumber("t", text);
    }

    public async Task<JsonObject> BodyAsync()
    {
        using var buffer = new MemoryStream();
        await Context.Request.Body.CopyToAsync(buffer, Aborted);
        if (buffer.Length == 0) throw DockerErrors.NoBody();
        try
        {
            return JsonNode.Parse(buffer.ToArray()) as JsonObject ?? throw DockerErrors.BadJson();
        }
        catch (JsonException)
        {
            throw DockerErrors.BadJson();
        }
    }

    public Task JsonAsync(JsonNode body, int status = 200)
    {
        Context.Response.StatusCode = status;
        Context.Response.ContentType = "application/json";
        return Context.Response.WriteAsync(body.ToJsonString(SimulatorJson.Options) + "\n", Aborted);
    }

    public Task EmptyAsync(int status)
    {
        Context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
