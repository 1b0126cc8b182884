using System.Globalization;
using System.Text.Json;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>
/// Reads the answer to <c>/api/v1/query_range</c>: an object with "status" and "data", whose "result" is a matrix of pairs
/// of a time in seconds and a value in quotes, which may be NaN or +Inf.
/// </summary>
internal static class MatrixParser
{
    private const double MostSeconds = 253_402_300_799;

    /// <summary>The first series of the answer; none when it is empty, which is what a query for something unknown gives.</summary>
    /// <exception cref="PrometheusException">It is no such answer, or says that the query failed.</exception>
    public static IReadOnlyList<PrometheusPoint> Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 16 });
            var root = document.RootElement;
            if (Text(root, "status") == "error")
                throw new PrometheusException($"Prometheus refused the query: {Text(root, "errorType") ?? "it did not say why"}.");
            if (Text(root, "status") != "success" || Member(root, "data") is not { } data || Text(data, "resultType") != "matrix" || Member(data, "result") is not { ValueKind: JsonValueKind.Array } result)
                throw Strange();
            return result.GetArrayLength() == 0 ? [] : Series(result[0]);
        }
        // Text that is no UTF-8 is found only when it is read, and then as the other fault.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new PrometheusException("Prometheus gave an answer that is no JSON, or only half of it.", fault);
        }
    }

    private static List<PrometheusPoint> Series(JsonElement series)
    {
        if (Member(series, "values") is not { ValueKind: JsonValueKind.Array } values)
            throw Strange();
        var points = new List<PrometheusPoint>(values.GetArrayLength());
        foreach (var pair in values.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair[0].ValueKind != JsonValueKind.Number || pair[1].ValueKind != JsonValueKind.String)
                throw Strange();
            if (!pair[0].TryGetDouble(out var seconds) || seconds is not (>= 0 and < MostSeconds))
                throw Strange();
            if (Number(pair[1].GetString()) is { } value)
                points.Add(new PrometheusPoint(DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)), value));
        }

        return points;
    }

    /// <summary>Null for what is no amount: NaN, an infinite or a negative number. Anything else that is no number is a strange answer.</summary>
    private static double? Number(string? text) => text switch
    {
        "NaN" or "+Inf" or "-Inf" or "Inf" => null,
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) => double.IsFinite(value) && value >= 0 ? value : null,
        _ => throw Strange(),
    };

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : null;

    private static string? Text(JsonElement element, string name) => Member(element, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static PrometheusException Strange() => new("Prometheus gave an answer that is not one to a range query. Is Metrics:PrometheusUrl the address of a Prometheus?");
}
