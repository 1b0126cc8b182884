using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Checking;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>
/// Asks Ollama to unload its models: <c>GET /api/ps</c> names them, and <c>POST /api/generate</c> with <c>keep_alive: 0</c> lets each go.
/// It is a courtesy before a stop: whatever goes wrong, the stop follows.
/// </summary>
internal sealed partial class ModelUnload(HttpClient http, ILogger<ModelUnload> logger)
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);
    public const int MaxAnswerBytes = 256 * 1024;
    private const int OllamaPort = 11434;
    private const int MostModels = 16;

    /// <summary>Where an Ollama is reached from here by what it publishes; null for any other container and for one that only its own host reaches.</summary>
    public static Uri? AddressOf(DesiredContainer container, string? lanAddress)
    {
        if (!ImageReference.TryParse(container.Image, out _) || !IsOllama(container.Image))
            return null;
        var port = container.Ports.FirstOrDefault(port => port is { ContainerPort: OllamaPort, Protocol: "tcp" });
        var address = IPAddress.TryParse(port?.Address, out var bound) && (bound.Equals(IPAddress.Any) || bound.Equals(IPAddress.IPv6Any)) ? lanAddress : port?.Address;
        return port is not null && IPAddress.TryParse(address, out var reached) && (!IPAddress.IsLoopback(reached) || lanAddress is null)
            ? new UriBuilder(Uri.UriSchemeHttp, reached.ToString(), port.HostPort).Uri
            : null;
    }

    public async Task UnloadAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var loaded = await http.GetAsync(new Uri(address, "/api/ps"), cancellationToken);
            loaded.EnsureSuccessStatusCode();
            foreach (var model in Models(await loaded.Content.ReadAsStringAsync(cancellationToken)).Take(MostModels))
            {
                using var answer = await http.PostAsJsonAsync(new Uri(address, "/api/generate"), new Dictionary<string, object> { ["model"] = model, ["keep_alive"] = 0 }, cancellationToken);
                answer.EnsureSuccessStatusCode();
            }
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            Log.NotAsked(logger, fault, address);
        }
    }

    /// <summary>Names of the models in the answer; of anything else none.</summary>
    internal static IEnumerable<string> Models(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("models", out var models) && models.ValueKind == JsonValueKind.Array
            ? [.. models.EnumerateArray().Select(NameOf).OfType<string>()]
            : [];
    }

    private static string? NameOf(JsonElement model) =>
        model.ValueKind == JsonValueKind.Object && model.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String && name.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>By the last part of the image's name, wherever it is pulled from.</summary>
    private static bool IsOllama(string image) => image.Split('/')[^1].Split('@')[0].Split(':')[0] == "ollama";

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "The models at {Address} could not be unloaded before their server is stopped")]
        public static partial void NotAsked(ILogger logger, Exception fault, Uri address);
    }
}
