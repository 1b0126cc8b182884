using System.Text.Json.Nodes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Simulator.Contract.OpenApi;

namespace HomelabPortal.Tests.Simulator.Contract;

/// <summary>A whole simulated lab that remembers every exchange, to be held against the published documents.</summary>
internal sealed class LabContract : IAsyncDisposable
{
    private static readonly Lazy<ApiDocument> Cloudflare = new(() => ApiDocument.Read(SharedData.PathOf("cloudflare-openapi.json")));
    private static readonly Lazy<ApiDocument> Docker = new(() => ApiDocument.Read(SharedData.PathOf("docker-engine-api-1.56.yaml")));

    private LabContract(SimulatedLab lab) => Lab = lab;

    public SimulatedLab Lab { get; }

    public static async Task<LabContract> StartAsync()
        => new(await SimulatedLab.StartAsync(new SimulatedLabOptions { RecordAnswers = true, Lives = false }, CancellationToken.None));

    /// <summary>Fails with every finding that no known difference explains; tells which operations were seen.</summary>
    public IReadOnlySet<string> Verify(SimulatedSystem system)
    {
        var document = system is SimulatedSystem.Cloudflare ? Cloudflare.Value : Docker.Value;
        var checker = new ContractChecker(document);
        var exchanges = Lab.Faults.Log.Requests.Where(request => request.System == system).Select(Exchange).ToList();
        var findings = exchanges
            .SelectMany(exchange => checker.Check(exchange).Select(violation => $"{document.Find(exchange.Method, exchange.Path)?.ToString() ?? $"{exchange.Method} {exchange.Path}"} {exchange.Status} {violation}"))
            .Where(finding => !KnownDifference.All.Any(known => known.Covers(finding)))
            .Distinct().ToList();
        if (findings.Count > 0) Assert.Fail(string.Join('\n', findings));
        return exchanges.Select(exchange => document.Find(exchange.Method, exchange.Path)?.ToString() ?? $"{exchange.Method} {exchange.Path}").ToHashSet();
    }

    public ValueTask DisposeAsync() => Lab.DisposeAsync();

    private static Exchange Exchange(SimulatedRequest request)
    {
        var parts = request.PathAndQuery.Split('?', 2);
        var query = parts.Length < 2
            ? []
            : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).Select(pair => (Decode(pair[0]), Decode(pair.ElementAtOrDefault(1) ?? ""))).ToList();
        // What is no JSON, such as an archive of files, is a string to the document.
        var isJson = request.ContentType?.Contains("json", StringComparison.Ordinal) != false;
        var body = request.Body.Length == 0 ? null : isJson ? JsonNode.Parse(request.BodyText) : JsonValue.Create("");
        return new Exchange(request.Method, WithoutVersion(parts[0]), query, body, request.StatusCode, request.AnswerText);
    }

    private static string WithoutVersion(string path)
        => path.StartsWith("/client/v4/", StringComparison.Ordinal) ? path["/client/v4".Length..]
            : path.Split('/') is ["", ['v', >= '0' and <= '9', ..] version, ..] ? path[(version.Length + 1)..]
            : path;

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
