using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tests.Simulator.Contract.OpenApi;

/// <summary>Checks whole exchanges: the operation exists, so do its parameters, and body and answer fit.</summary>
internal sealed class ContractChecker(ApiDocument document)
{
    private readonly SchemaValidator _requests = new(document, Direction.Request);
    private readonly SchemaValidator _answers = new(document, Direction.Response);

    public IEnumerable<Violation> Check(Exchange exchange)
    {
        if (document.Find(exchange.Method, exchange.Path) is not { } operation)
            return [new Violation("path", "is not in the document")];
        return [.. Parameters(exchange, operation), .. Body(exchange, operation), .. Answer(exchange, operation)];
    }

    private IEnumerable<Violation> Parameters(Exchange exchange, ApiOperation operation)
    {
        foreach (var (name, value) in operation.Placeholders(exchange.Path))
            foreach (var violation in Parameter("path", name, value)) yield return violation;
        foreach (var (name, value) in exchange.Query)
            foreach (var violation in Parameter("query", name, value)) yield return violation;
        foreach (var name in operation.RequiredQuery().Except(exchange.Query.Select(pair => pair.Name)))
            yield return new Violation("query " + name, "is required");

        IEnumerable<Violation> Parameter(string place, string name, string value)
            => operation.Parameter(place, name) is { } schema
                ? _requests.Check(Typed(value, document.Resolve(schema)), schema).Select(found => new Violation($"{place} {name}{found.At}", found.Says))
                : [new Violation($"{place} {name}", "is not in the document")];
    }

    private IEnumerable<Violation> Body(Exchange exchange, ApiOperation operation) => (exchange.Body, operation.Body()) switch
    {
        (null, null) => [],
        (null, _) => [new Violation("body", "is missing")],
        (_, null) => [new Violation("body", "is not expected")],
        var (body, schema) => _requests.Check(body, schema).Select(found => new Violation("body" + found.At, found.Says)),
    };

    private IEnumerable<Violation> Answer(Exchange exchange, ApiOperation operation)
    {
        if (operation.Answer(exchange.Status) is not { } foreseen) return [new Violation("status", $"{exchange.Status} is not foreseen")];
        if (ApiOperation.SchemaOf(foreseen) is not { } schema)
            return exchange.Answer.Length == 0 ? [] : [new Violation("answer", "should be empty")];
        var resolved = document.Resolve(schema);
        // Streams and plain text are described as strings, which are not JSON on the wire.
        if ((string?)resolved["type"] is "string") return [];
        if (exchange.Answer.Length == 0) return [new Violation("answer", "is missing")];
        return Documents(exchange.Answer).SelectMany(answer => _answers.Check(answer, schema)).Select(found => new Violation("answer" + found.At, found.Says));
    }

    /// <summary>One document, or one a line for a stream of events.</summary>
    private static IEnumerable<JsonNode?> Documents(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > 1 && lines.All(line => line is ['{', .., '}']) ? lines.Select(line => JsonNode.Parse(line)) : [JsonNode.Parse(text)];
    }

    private static JsonNode? Typed(string value, JsonNode schema) => (string?)schema["type"] switch
    {
        "integer" or "number" when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        "boolean" when value is "true" or "1" => JsonValue.Create(true),
        "boolean" when value is "false" or "0" => JsonValue.Create(false),
        _ => JsonSerializer.SerializeToNode(value),
    };
}
