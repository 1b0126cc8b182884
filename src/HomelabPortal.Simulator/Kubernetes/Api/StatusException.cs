using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Api;

/// <summary>Ends a request with a Status document.</summary>
internal sealed class StatusException(JsonObject status) : Exception((string?)status["message"])
{
    public JsonObject Status { get; } = status;

    public int Code => (int)Status["code"]!;

    public int? RetryAfterSeconds => (int?)Status["details"]?["retryAfterSeconds"];
}
