using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Asks a public resolver for a name's addresses, past the house's own DNS.</summary>
internal sealed class EdgeResolver(EdgeHandlers handlers, IOptions<HostnameOptions> options) : IDisposable
{
    private const int MostBytes = 64 * 1024;
    private readonly HttpClient _client = new(handlers.ToResolver()) { MaxResponseContentBufferSize = MostBytes, Timeout = TimeSpan.FromSeconds(5) };

    /// <exception cref="ProbeFault">The resolver gave no answer.</exception>
    public async Task<IReadOnlyList<IPAddress>> FindAsync(string hostname, CancellationToken cancellationToken)
    {
        var addresses = await AskAsync(hostname, "A", cancellationToken);
        return addresses.Count > 0 ? addresses : await AskAsync(hostname, "AAAA", cancellationToken);
    }

    public void Dispose() => _client.Dispose();

    private async Task<IReadOnlyList<IPAddress>> AskAsync(string hostname, string type, CancellationToken cancellationToken)
    {
        var separator = options.Value.ResolverUri.Query.Length > 0 ? '&' : '?';
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{options.Value.Resolver}{separator}name={Uri.EscapeDataString(hostname)}&type={type}");
        request.Headers.Accept.ParseAdd("application/dns-json");
        try
        {
            using var response = await _client.SendAsync(request, cancellationToken);
            response.EnsureSuccessStatusCode();
            return Read(await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProbeFault(ProbeClass.ResolverFault, $"The resolver {options.Value.ResolverUri.Host} could not be asked for public addresses, so nothing was tried. See Hostnames:Resolver.");
        }
    }

    /// <summary>Pure: the addresses of an answer; aliases on the way to them are left out.</summary>
    internal static IReadOnlyList<IPAddress> Read(string json) =>
        JsonNode.Parse(json) is JsonObject answer && answer["Answer"] is JsonArray rows
            ? [.. rows.OfType<JsonObject>().Where(row => Number(row["type"]) is 1 or 28).Select(row => Text(row["data"])).Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()]
            : [];

    private static int? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
