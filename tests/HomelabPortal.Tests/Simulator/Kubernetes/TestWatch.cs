using System.Net;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Kubernetes;

/// <summary>An open watch, read line by line.</summary>
internal sealed class TestWatch(HttpResponseMessage response) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private StreamReader? _reader;

    public HttpStatusCode Code => response.StatusCode;

    /// <returns>Null at a clean end.</returns>
    public async Task<WatchEvent?> NextAsync()
    {
        _reader ??= new StreamReader(await response.Content.ReadAsStreamAsync());
        var line = await _reader.ReadLineAsync().WaitAsync(Patience);
        return line is null ? null : new WatchEvent(JsonNode.Parse(line)!.AsObject());
    }

    public async ValueTask DisposeAsync()
    {
        await Task.CompletedTask;
        response.Dispose();
    }

    internal sealed record WatchEvent(JsonObject Json)
    {
        public string Type => (string)Json["type"]!;

        public JsonObject Object => Json["object"]!.AsObject();

        public string Version => (string)Object["metadata"]!["resourceVersion"]!;

        public string? Name => (string?)Object["metadata"]?["name"];

        public override string ToString() => $"{Type} {Name}";
    }
}
